// What helps to fill in the form, each part for itself: rows, places, what is kept in this tab, and the way back from a
// reset. They change the form, and tell the calculator so; what it answers is none of their business.

import { answersOf } from './form.js';
import { Memory } from './memory.js';
import { Notice } from './notice.js';
import { enableRows } from './rows.js';

const PLACE_BOX = 'input[data-places]';

export class Helpers {
  #memory;
  #notice;
  #finder = null;
  #isUndoOffered = false;
  #composing = false;

  /** `host` has `take(answers)` and `restart()`, and is told of entries by events; `messages` are its sentences. */
  constructor(host, messages) {
    Object.assign(this, { host, messages });
    this.#memory = new Memory(host.dataset.calculator);
    this.#notice = new Notice(host);
    enableRows(host, messages, () => this.#form.dispatchEvent(new Event('change', { bubbles: true })));
    host.addEventListener('focusin', ({ target }) => this.#onFocus(target));
    host.addEventListener('click', ({ target }) => this.#onCandidate(target.closest?.('.calc-candidate')));
    host.addEventListener('input', ({ target }) => this.#onInput(target));
    host.addEventListener('change', () => this.#keep());
    host.addEventListener('compositionstart', () => { this.#composing = true; });
    host.addEventListener('compositionend', () => { this.#composing = false; });
    this.#announceBoxes();
  }

  get #form() {
    return this.host.querySelector('.calc-form');
  }

  /** Bring back what this tab remembers; the answer is whether it did. */
  recall() {
    const { entries, place } = this.#memory;
    if (entries) {
      this.host.take(entries);
      this.#offerToForget('entries-kept');
      return true;
    }
    const box = this.#form.elements.place;
    if (!place || !(box instanceof HTMLInputElement) || place === box.value) return false;
    this.host.take({ ...answersOf(this.#form), place });
    this.#offerToForget('place-kept', place);
    return true;
  }

  /** The calculator has answered: a place that was chosen by hand is remembered for the next one. */
  answered() {
    const box = this.#form.elements.place;
    if (box instanceof HTMLInputElement && box.value !== box.defaultValue) this.#memory.place = box.value;
    this.#announceBoxes();
  }

  /** The reader goes back to the example, and may still change their mind. */
  beforeReset() {
    const [answers, place] = [answersOf(this.#form), this.#memory.place];
    this.#memory.forget();
    this.#isUndoOffered = true;
    this.#notice.say(this.messages['reset-done'], this.messages.undo, () => {
      this.host.take(answers);
      this.#memory.entries = answers;
      this.#memory.place = place;
      this.#notice.say(this.messages.undone);
      this.#form.querySelector('.calc-reset').focus();
    });
  }

  #offerToForget(key, place = '') {
    this.#isUndoOffered = false;
    this.#notice.say(this.messages[key].replace('{place}', place), this.messages['place-forget'], () => {
      Memory.forgetAll();
      this.host.restart();
      this.#notice.say(this.messages.forgotten);
      this.#form.querySelector('.calc-reset').focus();
    });
  }

  #keep() {
    this.#memory.entries = answersOf(this.#form);
  }

  #onInput(target) {
    if (this.#isUndoOffered) this.#notice.clear(); // it would take away what is being typed
    this.#isUndoOffered = false;
    this.#untick(target);
    this.#keep();
  }

  /** A place that is typed takes the place of a tick at "none". */
  #untick(target) {
    if (!target.matches(PLACE_BOX) || !target.value) return;
    for (const tick of target.closest('.calc-field').querySelectorAll('.calc-instead input')) tick.checked = false;
  }

  /** That a box suggests places is said before it has any, so that a screen reader hears it when it gets there. */
  #announceBoxes() {
    for (const box of this.host.querySelectorAll(`${PLACE_BOX}:not([role])`)) {
      box.setAttribute('role', 'combobox');
      box.setAttribute('aria-autocomplete', 'list');
      box.setAttribute('aria-expanded', 'false');
    }
  }

  async #onFocus(target) {
    if (!target.matches(PLACE_BOX)) return;
    this.#announceBoxes();
    if (this.#finder) return;
    const before = target.value;
    try {
      this.#finder = import('./combobox.js').then(({ enablePlaces }) => enablePlaces(this.host, this.messages));
      const finder = await this.#finder;
      if (target.value !== before && !this.#composing) finder.suggest(target); // typed while the names were on their way
    } catch (error) {
      this.#finder = null; // the box takes a name all the same, and the next focus tries again
      console.warn('calculator:', error.message);
    }
  }

  #onCandidate(button) {
    if (!button) return;
    const box = this.#form.elements[button.dataset.field];
    const field = box instanceof RadioNodeList ? [...box].find((one) => one.matches(PLACE_BOX)) : box;
    field.value = button.textContent;
    field.focus();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
