// What stands beside the answer to the form: another answer to compare it with, and the other language.

export class Beside {
  #against = null;
  #inBoth = false;

  /** What a request carries for it. */
  get request() {
    return { ...(this.#against && { against: this.#against }), ...(this.#inBoth && { beside: true }) };
  }

  get against() {
    return this.#against;
  }

  /** Keep these answers as A, or none. */
  pin(answers) {
    this.#against = answers;
  }

  toggleLanguages() {
    this.#inBoth = !this.#inBoth;
  }

  clear() {
    this.#against = null;
    this.#inBoth = false;
  }
}
