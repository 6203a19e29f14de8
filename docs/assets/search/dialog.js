// The search as a modal dialog: the browser keeps the focus inside it, closes it with Escape and gives the focus back.

import { resultItem } from "./result.js";
import { words } from "./words.js";

const SHOWN_AT_FIRST = 10;
// A screen reader says one count when the reader pauses, not one for each letter.
const PAUSE = 400;

function element(tag, properties = {}, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function loadStyle() {
  const link = element("link", { rel: "stylesheet", href: new URL("search.css", import.meta.url).href });
  return new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    document.head.append(link);
  });
}

class SearchDialog {
  constructor() {
    this.input = element("input", {
      type: "search",
      id: "search-input",
      className: "search-input",
      autocomplete: "off",
      spellcheck: false,
      enterKeyHint: "search",
    });
    this.input.setAttribute("autocapitalize", "off");
    this.input.setAttribute("aria-describedby", "search-hint");
    this.status = element("p", { className: "search-status", role: "status" });
    this.list = element("ol", { className: "search-results" });
    this.list.setAttribute("aria-label", words.results);
    this.more = element("button", { type: "button", className: "search-more", hidden: true });
    this.close = element("button", { type: "button", className: "search-close", textContent: words.close });
    this.form = element("form", { className: "search-form" }, [
      element("label", { htmlFor: "search-input", textContent: words.label }),
      element("p", { id: "search-hint", className: "search-hint", textContent: words.hint }),
      this.input,
    ]);
    this.form.setAttribute("role", "search");
    this.dialog = element("dialog", { className: "search-dialog" }, [
      element("div", { className: "search-sheet" }, [
        element("div", { className: "search-head" }, [
          element("h2", { id: "search-title", textContent: words.title }),
          this.close,
        ]),
        this.form,
        this.status,
        this.list,
        this.more,
      ]),
    ]);
    this.dialog.setAttribute("aria-labelledby", "search-title");
    document.body.append(this.dialog);
    this.#listen();
  }

  #listen() {
    this.input.addEventListener("input", (event) => event.isComposing || this.#search());
    this.input.addEventListener("compositionend", () => this.#search());
    this.more.addEventListener("click", () => this.#showRest());
    this.dialog.addEventListener("keydown", (event) => this.#move(event));
    this.dialog.addEventListener("click", (event) => this.#click(event));
    this.dialog.addEventListener("close", () => this.isLeaving || this.opener?.focus());
    this.close.addEventListener("click", () => this.dialog.close());
    this.form.addEventListener("submit", (event) => this.#enter(event));
  }

  /** Some browsers do not focus a button that is clicked, so what opened the dialog is told, and focused at its end. */
  open(opener) {
    if (!this.dialog.open) {
      this.opener = opener;
      this.isLeaving = false;
      this.dialog.showModal();
    }
    this.input.focus();
    this.input.select();
    if (!this.worker) this.#load();
  }

  /** A press beside the sheet closes it. So does a link: it may lead to a place on this page, behind the dialog. */
  #click(event) {
    const isNewTab = event.ctrlKey || event.metaKey || event.shiftKey;
    this.isLeaving = Boolean(event.target.closest("a[href]"));
    if (event.target === this.dialog || (this.isLeaving && !isNewTab)) this.dialog.close();
  }

  /** The worker says how far it is: "titles", "whole" (or "partly", without the running text), "failed". */
  #load() {
    this.#say(words.loading);
    this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("error", () => this.#fail());
    this.worker.addEventListener("message", ({ data }) => {
      if (data.state === "failed") this.#fail();
      else if (data.state) this.#ready(data.state);
      else if (data.number === this.asked) this.#show(data.typed, data);
    });
  }

  #ready(state) {
    this.state = state;
    this.dialog.dataset.search = state;
    if (this.status.textContent === words.loading) this.#say("");
    this.#search();
  }

  /** The next opening tries again. */
  #fail() {
    this.worker.terminate();
    this.worker = undefined;
    this.state = undefined;
    this.#say(words.failed);
  }

  #search() {
    const typed = this.input.value;
    if (!this.state) return;
    this.asked = (this.asked ?? 0) + 1;
    if (typed.trim()) this.worker.postMessage({ number: this.asked, typed });
    else this.#show(typed, { pages: [], words: [] });
  }

  #show(typed, found) {
    const items = found.pages.map((page) => () => resultItem(page, found.words));
    const focused = this.list.contains(document.activeElement) && document.activeElement.href;
    this.list.replaceChildren(...items.slice(0, SHOWN_AT_FIRST).map((make) => make()));
    // The running text may arrive while a reader is among the results.
    if (focused) (this.#links().find(({ href }) => href === focused) ?? this.input).focus();
    this.rest = items.slice(SHOWN_AT_FIRST);
    this.more.hidden = !this.rest.length;
    this.more.textContent = words.more(this.rest.length);
    this.list.dataset.typed = typed;
    this.dialog.scrollTop = 0;
    this.#announce(typed.trim(), found.pages.length);
  }

  #announce(typed, count) {
    clearTimeout(this.pause);
    const said = !typed ? "" : count ? words.found(count) : words.none(typed);
    const whole = typed && this.state === "partly" ? `${said} ${words.partly}` : said;
    this.pause = setTimeout(() => this.#say(whole), PAUSE);
  }

  #say(text) {
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  #showRest() {
    const items = this.rest.map((make) => make());
    this.list.append(...items);
    this.more.hidden = true;
    items[0].querySelector("a").focus();
  }

  #enter(event) {
    event.preventDefault();
    this.#links()[0]?.focus();
  }

  #links() {
    return Array.from(this.list.querySelectorAll("a"));
  }

  /** Escape closes at once: in a search field the browser would only empty it. The arrow keys go through the results. */
  #move(event) {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      this.dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    const stops = [this.input, ...this.#links()];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  }
}

export async function createDialog() {
  await loadStyle();
  return new SearchDialog();
}
