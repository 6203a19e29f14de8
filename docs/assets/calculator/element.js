// <shebao-calculator>: the page's worked example turned into a live calculator.
//
// Nothing is fetched before the reader touches the form or opens a link. From then on Python loads in the background,
// the form stays usable, and each entry is answered in turn. This file wires the parts; each part is a file of its own.

import './print.js';
import { Beside } from './compare.js';
import { answersOf, fill, goTo, isUntouched, todayInChina } from './form.js';
import { Helpers } from './helpers.js';
import { carryToOtherLanguage, forgetLink, linkInAddress } from './link.js';
import { Fragment } from './patch.js';
import { watchPresses } from './press.js';
import { Progress } from './progress.js';
import { runtime } from './runtime.js';
import { Toolbar } from './toolbar.js';
import { FIRST, LEFT_FIELD, SUBMITTED, TYPED, Turns } from './turns.js';

/** What is said instead where a link waits to be opened. */
const OF_LINK = { failed: 'failedLink', saver: 'saverLink' };

class ShebaoCalculator extends HTMLElement {
  #built = null;
  #progress = null;
  #turns = null;
  #toolbar = null;
  #changed = false;
  #composing = false;
  #order = null;
  #released = null;
  #helpers = null;
  #waiting = {}; // answers for fields that the form does not have yet

  /** What stands beside the answer: the toolbar sets it. */
  beside = new Beside();

  /** The answers behind the answer that is shown. */
  shown = null;

  connectedCallback() {
    if (this.#built || !this.querySelector('.calc-form')) return;
    this.#built = new Fragment(this.innerHTML);
    this.shown = answersOf(this.#built.form);
    const messages = JSON.parse(this.dataset.messages ?? '{}');
    this.#progress = new Progress(this, messages);
    this.#turns = new Turns(this.#progress, () => this.#ask(), (reason) => this.#stayStatic(reason));
    this.#helpers = new Helpers(this, messages);
    this.#toolbar = new Toolbar(this);
    this.#listen();
    if (linkInAddress()) this.#openLink();
    else if (this.#helpers.recall()) return;
    else if (!isUntouched(this.#form)) this.#onEntry(TYPED);
    else if (this.#form.contains(document.activeElement)) this.#onTouch(); // touched before this script was there
  }

  get #form() {
    return this.querySelector('.calc-form');
  }

  get #today() {
    return this.#changed ? todayInChina() : this.dataset.today;
  }

  #listen() {
    const inForm = (type, heard) => {
      this.addEventListener(type, (event) => { if (this.#form.contains(event.target)) heard(event); });
    };
    for (const touch of ['focusin', 'pointerdown']) inForm(touch, () => this.#onTouch());
    this.#released = watchPresses(this);
    inForm('compositionstart', () => { this.#composing = true; });
    inForm('compositionend', () => { this.#composing = false; this.#onEntry(TYPED); });
    inForm('input', (event) => { if (!event.isComposing && !this.#composing) this.#onEntry(TYPED); });
    inForm('change', () => { if (!this.#composing) this.#onEntry(LEFT_FIELD); });
    this.addEventListener('submit', (event) => { event.preventDefault(); this.#onSubmit(); });
    this.addEventListener('reset', (event) => { event.preventDefault(); this.#helpers.beforeReset(); this.restart(); });
    this.addEventListener('click', (event) => this.#onLink(event));
    addEventListener('hashchange', () => { if (linkInAddress()) this.#openLink(); });
  }

  #onTouch() {
    if (!this.#turns.asking && this.dataset.answer !== 'live') this.#turns.want(FIRST);
  }

  /** Whoever types has other plans than the link that is still being opened. */
  #onEntry(depth) {
    this.#changed = true;
    this.#endOpening();
    forgetLink();
    this.#turns.want(depth);
  }

  /** The button is also the order to open a link that waits for it. */
  #onSubmit() {
    if (this.#order) this.#turns.want(SUBMITTED);
    else this.#onEntry(SUBMITTED);
  }

  /** Take these answers as if they had been typed, and answer them. */
  take(answers) {
    fill(this.#form, answers);
    this.#waiting = answers;
    this.#onEntry(LEFT_FIELD);
  }

  /** The page as it was built. */
  restart() {
    this.#turns.drop();
    this.#waiting = {};
    this.#changed = false;
    this.#endOpening();
    this.beside.clear();
    this.#built.restore(this);
    this.shown = answersOf(this.#form);
    this.dataset.answer = 'static';
    delete this.dataset.stale;
    this.#progress.clear();
    forgetLink();
    carryToOtherLanguage(null);
  }

  /** Links from the list of errors lead to fields, also to folded ones, without a change of address. */
  #onLink(event) {
    const link = event.target.closest?.('a[href^="#f-"]');
    const field = link && this.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`);
    if (!field) return;
    event.preventDefault();
    goTo(field);
  }

  /** Until the link's answer is there, the worked example must not pass for it: it is hidden, or marked. */
  #openLink() {
    this.#order = { link: linkInAddress() };
    this.dataset.opening = '';
    this.#progress.lead = 'opening';
    this.#turns.want(FIRST);
  }

  #endOpening() {
    this.#order = null;
    this.#progress.lead = null;
    delete this.dataset.opening;
  }

  #stayStatic(reason) {
    this.#progress.lead = null;
    this.#progress.say(this.#order ? OF_LINK[reason] : reason);
    if (this.#changed || this.#order) this.dataset.stale = '';
    delete this.dataset.opening;
  }

  /** Start Python if need be, and let every entry be answered: tools work on the answer that is shown. */
  async settle() {
    if (this.dataset.answer !== 'live') this.#turns.want(FIRST, true);
    await this.#turns.done();
  }

  /** Show the answer to the form anew, with what stands beside it. */
  async redraw() {
    this.#turns.want(FIRST, true);
    await this.#turns.done();
  }

  /** Put the other answers into the form, and compare with those that were there. */
  async swap() {
    this.#order = { answers: this.beside.against };
    this.beside.pin(this.shown);
    await this.redraw();
  }

  /** The shown answer in a form to be kept. */
  async keep(want, address) {
    await this.settle();
    const reply = await runtime.ask({ ...this.#request(this.shown), want, address });
    if (reply.error || reply.problems.length) throw new Error(reply.error ?? reply.problems[0].message);
    return reply;
  }

  #request(answers) {
    const { calculator, lang } = this.dataset;
    return { calculator, lang, answers, today: this.#today, ...this.beside.request };
  }

  /** Ask for the answer to the form, or for what was ordered in its place. */
  async #ask() {
    const order = this.#order;
    const answers = order?.answers ?? { ...this.#waiting, ...answersOf(this.#form) };
    const reply = await runtime.ask({ ...this.#request(answers), ...(order && { today: todayInChina(), ...order }) });
    await this.#released();
    if (this.#composing || order !== this.#order) return null;
    return order ? { isOrder: true, now: () => this.#fill(reply) } : { now: (depth) => this.#show(reply, depth, answers) };
  }

  /** Form and answer as ordered: by a link, or by a change of sides. */
  #fill({ error, html, against }) {
    const isLink = 'link' in this.#order;
    this.#endOpening();
    if (error) return this.#failToAnswer(error);
    new Fragment(html).restore(this);
    this.#changed = true;
    if (isLink) this.beside.pin(against);
    this.#hold(answersOf(this.#form));
    this.#mark(true);
    this.#progress.clear();
    this.#toolbar.announce(isLink ? '#calc-opened-title' : '#calc-compare-title');
  }

  #show({ error, html, problems }, depth, answers) {
    if (error) return this.#failToAnswer(error);
    const fragment = new Fragment(html);
    const usable = problems.length === 0;
    if (usable || depth >= LEFT_FIELD) {
      fragment.patchForm(this);
      this.#waiting = {};
    }
    if (usable || depth === SUBMITTED) fragment.patchResult(this);
    if (usable) this.#hold(answers);
    this.#mark(usable || depth === SUBMITTED);
    if (usable) this.#helpers.answered();
    if (!usable && depth === SUBMITTED) this.querySelector('.calc-summary')?.focus();
  }

  #failToAnswer(error) {
    console.warn('calculator:', error);
    this.dataset.stale = '';
    this.#progress.say('error');
  }

  /** The answer that is shown from now on is the one to these answers. */
  #hold(answers) {
    this.shown = answers;
    carryToOtherLanguage(this.querySelector('#calc-tools')?.dataset.link);
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
