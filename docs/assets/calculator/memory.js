// What is kept in this tab until it is closed: the entries of each calculator, and the place that the reader chose.
// Nothing of it leaves the browser. Where storage is refused, nothing is kept and nothing breaks.

const OURS = 'shebao:';
const PLACE = `${OURS}place`;
const ENTRIES = `${OURS}entries:`;

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null; // refused, or not ours
  }
}

function write(key, kept) {
  try {
    if (kept === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(kept));
  } catch { /* refused: this visit is not remembered */ }
}

const isText = (kept) => typeof kept === 'string' && kept !== '';

/** A table of texts, whatever else may have been put there. */
function asAnswers(kept) {
  if (kept === null || typeof kept !== 'object' || Array.isArray(kept)) return null;
  const texts = Object.entries(kept).filter(([, answer]) => typeof answer === 'string');
  return texts.length ? Object.fromEntries(texts) : null;
}

/** What this tab remembers for one calculator. */
export class Memory {
  #entries;

  constructor(calculator) {
    this.#entries = ENTRIES + calculator;
  }

  /** What was typed here before the page was loaded anew, or null. */
  get entries() {
    return asAnswers(read(this.#entries));
  }

  set entries(answers) {
    write(this.#entries, answers);
  }

  /** The place that the reader chose on any calculator of this visit, as it was written, or null. */
  get place() {
    const kept = read(PLACE);
    return isText(kept) ? kept : null;
  }

  set place(name) {
    write(PLACE, name);
  }

  /** Drop the place, and what was typed in this calculator. */
  forget() {
    this.entries = null;
    this.place = null;
  }

  /** Drop the place, and what was typed in any calculator. */
  static forgetAll() {
    try {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(OURS)) sessionStorage.removeItem(key);
    } catch { /* refused: nothing was kept */ }
  }
}
