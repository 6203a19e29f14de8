// <shebao-calculator>: the page's worked example turned into a live calculator.
//
// Nothing is fetched before the reader touches the form. From then on Python loads in the background, the form
// stays usable, and each entry is answered in turn: one request at a time, and always the latest next.

import { answersOf, fill, goTo, isUntouched, todayInChina } from './form.js';
import { Helpers } from './helpers.js';
import { Fragment } from './patch.js';
import { Progress } from './progress.js';
import { runtime } from './runtime.js';

/** How much an entry may change on the page: typing leaves errors alone, leaving a field shows them beside it. */
const FIRST = 0, TYPED = 1, LEFT_FIELD = 2, SUBMITTED = 3;

class ShebaoCalculator extends HTMLElement {
  #built = null;
  #progress = null;
  #changed = false;
  #composing = false;
  #asking = false;
  #failed = false;
  #next = null;
  #round = 0;
  #released = Promise.resolve();
  #helpers = null;
  #waiting = {}; // answers for fields that the form does not have yet

  connectedCallback() {
    if (this.#built || !this.querySelector('.calc-form')) return;
    this.#built = new Fragment(this.innerHTML);
    const messages = JSON.parse(this.dataset.messages ?? '{}');
    this.#progress = new Progress(this, messages);
    this.#helpers = new Helpers(this, messages);
    this.#listen();
    if (this.#helpers.recall()) return;
    if (!isUntouched(this.#form)) this.#onEntry(TYPED);
    else if (this.#form.contains(document.activeElement)) this.#onTouch(); // touched before this script was there
  }

  get #form() {
    return this.querySelector('.calc-form');
  }

  #listen() {
    for (const touch of ['focusin', 'pointerdown']) {
      this.addEventListener(touch, ({ target }) => { if (this.#form.contains(target)) this.#onTouch(); });
    }
    this.addEventListener('pointerdown', () => this.#onPress());
    this.addEventListener('compositionstart', () => { this.#composing = true; });
    this.addEventListener('compositionend', () => { this.#composing = false; this.#onEntry(TYPED); });
    this.addEventListener('input', (event) => { if (!event.isComposing && !this.#composing) this.#onEntry(TYPED); });
    this.addEventListener('change', () => { if (!this.#composing) this.#onEntry(LEFT_FIELD); });
    this.addEventListener('submit', (event) => { event.preventDefault(); this.#onEntry(SUBMITTED); });
    this.addEventListener('reset', (event) => { event.preventDefault(); this.#helpers.beforeReset(); this.restart(); });
    this.addEventListener('click', (event) => this.#onLink(event));
  }

  #onTouch() {
    if (!this.#asking && this.dataset.answer !== 'live') this.#want(FIRST);
  }

  /** While a pointer is down nothing may move: a button that slid away would lose the click meant for it. */
  #onPress() {
    this.#released = new Promise((resolve) => {
      const ends = ['pointerup', 'pointercancel'];
      const release = () => {
        for (const end of ends) removeEventListener(end, release);
        setTimeout(resolve); // the click comes first
      };
      for (const end of ends) addEventListener(end, release);
    });
  }

  #onEntry(depth) {
    this.#changed = true;
    this.#want(depth);
  }

  /** Take these answers as if they had been typed, and answer them. */
  take(answers) {
    fill(this.#form, answers);
    this.#waiting = answers;
    this.#onEntry(LEFT_FIELD);
  }

  /** The page as it was built. */
  restart() {
    this.#round += 1;
    this.#next = null;
    this.#waiting = {};
    this.#changed = false;
    this.#built.restore(this);
    this.dataset.answer = 'static';
    delete this.dataset.stale;
    this.#progress.clear();
  }

  /** Links from the list of errors lead to fields, also to folded ones, without a change of address. */
  #onLink(event) {
    const link = event.target.closest?.('a[href^="#f-"]');
    const field = link && this.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`);
    if (!field) return;
    event.preventDefault();
    goTo(field);
  }

  /** Why an entry does not start Python: Save-Data spends nothing without an order, and a failure is not
   *  repeated at each key. The button is the order, and the way to try again. */
  #obstacle(depth) {
    if (depth === SUBMITTED || runtime.started) return null;
    return this.#failed ? 'failed' : navigator.connection?.saveData ? 'saver' : null;
  }

  #want(depth) {
    const obstacle = this.#obstacle(depth);
    if (obstacle) return this.#stayStatic(obstacle);
    this.#next = Math.max(this.#next ?? FIRST, depth);
    if (!this.#asking) this.#work();
  }

  #stayStatic(reason) {
    this.#progress.say(reason);
    if (this.#changed) this.dataset.stale = '';
  }

  async #work() {
    this.#asking = true;
    this.#failed = false;
    try {
      await this.#progress.during(runtime);
      while (this.#next !== null) await this.#answer();
    } catch (error) {
      console.warn('calculator:', error.message);
      this.#next = null;
      this.#failed = true;
      this.#stayStatic('failed');
    } finally {
      this.#asking = false;
    }
  }

  async #answer() {
    const [depth, round] = [this.#next, this.#round];
    this.#next = null;
    const { calculator, lang, today } = this.dataset;
    const reply = await runtime.ask({
      calculator, lang, answers: { ...this.#waiting, ...answersOf(this.#form) }, today: this.#changed ? todayInChina() : today,
    });
    await this.#released;
    if (round !== this.#round || this.#composing) return; // reset, or about to change again
    if (this.#next === null) this.#show(reply, depth);
    else this.#next = Math.max(this.#next, depth); // a later entry waits: its answer is the one to show
  }

  #show({ error, html, problems }, depth) {
    if (error) {
      console.warn('calculator:', error);
      this.dataset.stale = '';
      this.#progress.say('error');
      return;
    }
    const fragment = new Fragment(html);
    const usable = problems.length === 0;
    if (usable || depth >= LEFT_FIELD) {
      fragment.patchForm(this);
      this.#waiting = {};
    }
    if (usable || depth === SUBMITTED) fragment.patchResult(this);
    this.#mark(usable || depth === SUBMITTED);
    if (usable) this.#helpers.answered();
    if (!usable && depth === SUBMITTED) this.querySelector('.calc-summary')?.focus();
  }

  #mark(current) {
    this.dataset.answer = 'live';
    const wasStale = 'stale' in this.dataset;
    if (current) delete this.dataset.stale;
    else this.dataset.stale = '';
    if (!current) this.#progress.say('stale');
    else if (wasStale) this.#progress.clear();
  }
}

customElements.define('shebao-calculator', ShebaoCalculator);
