// The tools around an answer. Their buttons are part of the answer, made by the calculator; here is what each one does.

import { addressOfPage } from './link.js';
import { copy, put, save } from './share.js';

const FILES = ['csv', 'json', 'calendar'];

export class Toolbar {
  #host;
  #announced = document.createElement('p');

  /** `host` is the calculator's element: `settle`, `redraw`, `swap`, `keep`, `beside`, `shown`. */
  constructor(host) {
    this.#host = host;
    this.#announced.className = 'calc-announced';
    this.#announced.setAttribute('role', 'status');
    host.append(this.#announced);
    host.addEventListener('click', ({ target }) => {
      const button = target.closest?.('[data-tool]');
      if (button) this.#use(button);
    });
  }

  /** Tell a screen reader what the page shows to everybody else. */
  announce(selector) {
    this.#announced.textContent = this.#host.querySelector(selector)?.textContent ?? '';
  }

  /** A tool that cannot do its work leaves the page as it is; the progress line has said why. */
  async #use(button) {
    const { tool } = button.dataset;
    try {
      if (FILES.includes(tool)) await this.#save(tool);
      else await this.#tools[tool](button);
    } catch (error) {
      console.info('calculator:', tool, error.message);
    }
  }

  #tools = {
    compare: () => (this.#host.beside.against ? this.#stop() : this.#compare()),
    stop: () => this.#stop(),
    swap: () => this.#host.swap(),
    beside: async () => {
      await this.#host.settle();
      this.#host.beside.toggleLanguages();
      await this.#host.redraw();
    },
    link: (button) => this.#copyLink(button),
    print: () => print(),
    report: () => this.#report(),
    'report-copy': (button) => this.#copy(button, this.#find('#calc-report').value, '#calc-report'),
  };

  #find(selector) {
    return this.#host.querySelector(selector);
  }

  /** What is kept is the answer that was on the page at the press, not one that came while Python was loading. */
  async #compare() {
    const { shown } = this.#host;
    await this.#host.settle();
    this.#host.beside.pin(shown);
    await this.#host.redraw();
    this.announce('#calc-compare-lead');
  }

  async #stop() {
    this.#host.beside.pin(null);
    await this.#host.redraw();
    this.#find('#calc-tool-compare')?.focus();
  }

  /** The link is part of the answer, so copying it needs no Python. */
  async #copyLink(button) {
    const link = addressOfPage() + this.#find('#calc-tools').dataset.link;
    this.#find('#calc-link').value = link;
    await this.#copy(button, link, '#calc-link');
  }

  async #copy(button, text, box) {
    const copied = await copy(text, this.#find(box));
    this.#say(copied ? button.dataset.copied : button.dataset.select);
  }

  async #save(form) {
    const file = await this.#host.keep(form, addressOfPage());
    save(file);
    this.#say(file.said);
  }

  async #report() {
    const { html } = await this.#host.keep('report', addressOfPage());
    put(html, this.#find('#calc-shared'));
    this.#find('#calc-report').focus();
  }

  #say(text) {
    this.#find('#calc-tools-said').textContent = text;
  }
}
