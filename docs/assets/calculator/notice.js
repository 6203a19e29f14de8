// A line below the form that says what was done to it as a whole, with one button: to undo it, or to forget.

export class Notice {
  #line = document.createElement('div');

  constructor(host) {
    this.#line.className = 'calc-notice';
    this.#line.setAttribute('role', 'status');
    host.querySelector('.calc-form').after(this.#line);
  }

  /** Say `text`, with a button if there is something to be done about it. */
  say(text, label = '', act = null) {
    this.#line.textContent = text;
    if (!act) return;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'calc-undo', textContent: label });
    button.addEventListener('click', act);
    this.#line.append(' ', button);
  }

  clear() {
    this.#line.textContent = '';
  }
}
