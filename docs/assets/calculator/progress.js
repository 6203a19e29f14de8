// The line that tells the reader how far the loading is, and what the shown answer belongs to.

const MEGABYTE = 1e6;
const SECOND = 1000;

/** Announcing every step would talk over the reader's own typing: the words change at this pace, the bar at once. */
const PAUSE = 2 * SECOND;

export class Progress {
  #messages;
  #line = document.createElement('p');
  #bar = document.createElement('progress');
  #spoken = 0;
  #lead = null;
  #size;
  #language;

  constructor(host, messages) {
    this.#messages = messages;
    this.#size = Number(host.dataset.runtimeBytes) || 0;
    this.#language = host.dataset.lang;
    this.#line.className = 'calc-progress';
    this.#line.setAttribute('role', 'status');
    this.#line.setAttribute('aria-live', 'polite');
    this.#bar.className = 'calc-progress-bar';
    this.#bar.setAttribute('aria-hidden', 'true');
    this.#bar.hidden = true;
    host.querySelector('.calc-form').after(this.#line, this.#bar);
  }

  /** The message that stands before all others, such as that a link is being opened; null for none. */
  set lead(key) {
    this.#lead = key;
    if (key) this.#line.textContent = this.#messages[key];
  }

  /** Say the message of this key, with `{done}` and `{total}` in megabytes. */
  say(key, done = 0, total = this.#size) {
    const shown = (bytes) => new Intl.NumberFormat(this.#language, {
      minimumFractionDigits: 1, maximumFractionDigits: 1,
    }).format(bytes / MEGABYTE);
    const message = (this.#messages[key] ?? '').replace('{done}', shown(done)).replace('{total}', shown(total));
    const text = this.#lead ? `${this.#messages[this.#lead]} ${message}` : message;
    if (this.#line.textContent !== text) this.#line.textContent = text;
  }

  clear() {
    this.#line.textContent = '';
  }

  /** Show the runtime's start until it is over; at once when it was started before. */
  async during(runtime) {
    if (runtime.running) return runtime.start();
    this.#spoken = 0;
    this.say('loading');
    const unfollow = runtime.follow((done, total) => this.#step(done, total));
    try {
      await runtime.start();
      this.say('ready');
    } finally {
      unfollow();
      this.#bar.hidden = true;
    }
  }

  #step(done, total) {
    this.#bar.hidden = false;
    this.#bar.max = total;
    this.#bar.value = done;
    const now = performance.now();
    if (done >= total) this.say('starting');
    else if (now - this.#spoken > PAUSE) {
      this.#spoken = now;
      this.say('loading', done, total);
    }
  }
}
