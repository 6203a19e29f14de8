// Whose turn it is: one request at a time, and always the latest next. Python starts with the first one.

import { runtime } from './runtime.js';

/** How much an entry may change on the page: typing leaves errors alone, leaving a field shows them beside it. */
export const FIRST = 0, TYPED = 1, LEFT_FIELD = 2, SUBMITTED = 3;

export class Turns {
  #progress;
  #ask;
  #stay;
  #next = null;
  #asking = false;
  #failed = false;
  #round = 0;
  #work = Promise.resolve();

  /** `ask` resolves to what shows the reply, or to null when it is not to be shown; `stay` is told why nothing is asked. */
  constructor(progress, ask, stay) {
    [this.#progress, this.#ask, this.#stay] = [progress, ask, stay];
  }

  get asking() {
    return this.#asking;
  }

  /** Ask, as soon as it is this request's turn. An order starts Python whatever speaks against it. */
  want(depth, isOrder = depth === SUBMITTED) {
    const obstacle = isOrder || runtime.started ? null : this.#obstacle();
    if (obstacle) return this.#stay(obstacle);
    this.#next = Math.max(this.#next ?? FIRST, depth);
    if (!this.#asking) this.#work = this.#answerAll();
  }

  /** Resolves when every request is answered; fails when Python did not start. */
  async done() {
    await this.#work;
    if (this.#failed) throw new Error('Python did not start');
  }

  /** Forget what was asked: its answers are not to be shown. */
  drop() {
    this.#round += 1;
    this.#next = null;
  }

  /** Why an entry does not start Python: Save-Data spends nothing without an order, and a failure is not
   *  repeated at each key. The button is the order, and the way to try again. */
  #obstacle() {
    return this.#failed ? 'failed' : navigator.connection?.saveData ? 'saver' : null;
  }

  async #answerAll() {
    this.#asking = true;
    this.#failed = false;
    try {
      await this.#progress.during(runtime);
      while (this.#next !== null) await this.#answer();
    } catch (error) {
      console.warn('calculator:', error.message);
      this.#next = null;
      this.#failed = true;
      this.#stay('failed');
    } finally {
      this.#asking = false;
    }
  }

  async #answer() {
    const [depth, round] = [this.#next, this.#round];
    this.#next = null;
    const show = await this.#ask();
    if (!show || round !== this.#round) return; // about to change again, or dropped
    if (this.#next === null || show.isOrder) show.now(depth);
    else this.#next = Math.max(this.#next, depth); // a later entry waits: its answer is the one to show
  }
}
