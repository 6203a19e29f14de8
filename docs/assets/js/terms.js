// What a term means, shown beside it on hover and on focus. The link itself leads to the glossary, with or without this.

/** Long enough to move the pointer from the term onto what is said about it. */
const PAUSE = 200;
const MARGIN = 8;

class Terms {
  #tip = Object.assign(document.createElement('span'), { className: 'term-tip', id: 'term-tip', hidden: true });
  #term = null;
  #leaving = 0;

  constructor() {
    this.#tip.setAttribute('role', 'tooltip');
    document.body.append(this.#tip);
    const about = (event) => event.target.closest?.('a.term, .term-tip');
    document.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'touch') return; // a tap follows the link
      if (about(event)) this.#show(event.target.closest('a.term') ?? this.#term);
      else this.#leave();
    });
    document.addEventListener('focusin', ({ target }) => (target.matches('a.term') ? this.#show(target) : this.#hide()));
    document.addEventListener('focusout', () => this.#hide());
    document.addEventListener('keydown', ({ key }) => { if (key === 'Escape') this.#hide(); });
  }

  #show(term) {
    clearTimeout(this.#leaving);
    if (!term || term === this.#term) return;
    this.#hide();
    this.#term = term;
    this.#tip.textContent = term.dataset.says;
    this.#tip.hidden = false;
    term.setAttribute('aria-describedby', this.#tip.id);
    this.#place(term.getClientRects()[0]);
  }

  /** Below the first line of the term, within the page. */
  #place(line) {
    const widest = document.documentElement.clientWidth - this.#tip.offsetWidth - MARGIN;
    this.#tip.style.left = `${Math.max(MARGIN, Math.min(line.left, widest)) + scrollX}px`;
    this.#tip.style.top = `${line.bottom + scrollY}px`;
  }

  #leave() {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#hide(), PAUSE);
  }

  #hide() {
    this.#term?.removeAttribute('aria-describedby');
    this.#term = null;
    this.#tip.hidden = true;
  }
}

if (document.querySelector('a.term')) new Terms();
