// Suggestions below a place's box, after the ARIA pattern for an editable combobox. The keys are @github/combobox-nav's.

import Combobox from './combobox-nav.js';
import { matches } from './places.js';

/** Counting aloud at each letter would talk over the reader's own typing. */
const PAUSE = 600;

class PlaceFinder {
  #list = Object.assign(document.createElement('ul'), { className: 'calc-places', id: 'calc-places', hidden: true });
  #status = Object.assign(document.createElement('p'), { className: 'calc-aside calc-places-status' });
  #box = null;
  #keys = null;
  #speaking = 0;

  constructor(host, register, messages) {
    Object.assign(this, { host, register, messages });
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', messages.places);
    this.#list.dataset.keep = '';
    this.#status.setAttribute('role', 'status');
    host.append(this.#status);
    this.#list.addEventListener('mousedown', (event) => event.preventDefault()); // the box keeps the focus
    this.#list.addEventListener('combobox-commit', ({ target }) => this.#choose(target.dataset.name));
    host.addEventListener('focusin', ({ target }) => { if (target !== this.#box) this.#close(); });
    host.addEventListener('focusout', ({ target }) => { if (target === this.#box) this.#close(); });
    host.addEventListener('input', (event) => this.#onInput(event));
    host.addEventListener('compositionstart', () => this.#close());
    host.addEventListener('compositionend', ({ target }) => this.suggest(target));
    host.addEventListener('keydown', (event) => this.#onKey(event), true);
  }

  #onInput(event) {
    if (!event.isComposing && event.inputType) this.suggest(event.target); // only what is typed, not what is filled in
  }

  /** Show what the box's text can mean. */
  suggest(box) {
    if (!('places' in (box.dataset ?? {})) || box !== document.activeElement) return;
    const found = matches(this.register, box.value);
    this.#speak(box.value.trim() ? found.length : null);
    if (!found.length) return this.#close();
    if (this.#box !== box) this.#open(box);
    this.#keys.clearSelection();
    this.#list.replaceChildren(...found.map((place, number) => this.#option(place, number)));
  }

  #option({ name, beside, other }, number) {
    const option = Object.assign(document.createElement('li'), { id: `calc-places-${number}` });
    option.setAttribute('role', 'option');
    option.dataset.name = name;
    option.append(name);
    for (const [text, lang] of [[other, 'zh-Hans'], [beside, '']]) {
      if (!text) continue;
      const part = Object.assign(document.createElement('span'), { textContent: text });
      if (lang) part.lang = lang;
      option.append(' ', part);
    }
    return option;
  }

  #open(box) {
    this.#close();
    this.#box = box;
    box.after(this.#list);
    this.#list.hidden = false;
    this.#keys = new Combobox(box, this.#list, { tabInsertsSuggestions: false });
    this.#keys.start();
  }

  #close() {
    if (!this.#box) return;
    this.#keys.stop();
    this.#list.hidden = true;
    this.#list.remove();
    this.#box = null;
  }

  /** Escape closes the list; Enter takes the only suggestion, without its having been pointed at. */
  #onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && 'places' in event.target.dataset && !this.#box) this.suggest(event.target);
    if (!this.#box || event.target !== this.#box) return;
    if (event.key === 'Escape') {
      this.#close();
      event.preventDefault();
    }
    if (event.key === 'Enter' && this.#list.children.length === 1) {
      this.#choose(this.#list.firstElementChild.dataset.name);
      event.preventDefault();
    }
  }

  #choose(name) {
    const box = this.#box;
    this.#close();
    box.value = name;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #speak(count) {
    clearTimeout(this.#speaking);
    const text = count === null ? '' : this.messages[count ? 'places-found' : 'places-none'].replace('{count}', count);
    this.#speaking = setTimeout(() => { this.#status.textContent = text; }, PAUSE);
  }
}

/** Suggest places in the place boxes of a calculator; resolves when its register is there. */
export async function enablePlaces(host, messages) {
  const { default: register } = await import(`./places.${host.dataset.lang}.js`);
  return new PlaceFinder(host, register, messages);
}
