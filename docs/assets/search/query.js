// What a reader typed, as things to look for. The index was cut by scripts/search_words.py; fold() and article
// numbers are the same there. Chinese is cut here by looking its words up in the index itself, so that no dictionary
// is sent and the two sides cannot disagree.

const HAN = "\\u3007\\u3400-\\u9fff";
const TOKEN = new RegExp(`[${HAN}]+|[a-z0-9]+`, "g");
const NUMERAL = "〇零一二三四五六七八九十百0-9";
const ARTICLE = new RegExp(
  `第([${NUMERAL}](?:[${NUMERAL}]|[、和至](?=[${NUMERAL}]))*)条` +
    "|\\b(?:articles?|arts?\\.?)\\s*([0-9]+(?:(?:\\s*(?:,|and|to|[-\\u2013])\\s*)+[0-9]+)*)",
  "g",
);
const DIGITS = "零一二三四五六七八九";
const PLACES = { 十: 10, 百: 100 };
const LONGEST_WORD = 12;
// A character outside every word costs more than a word does.
const UNKNOWN = 1.5;
const WEIGHT = { exact: 1, related: 0.8, synonym: 0.6, inside: 0.3 };

const isHan = (word) => word > "\u3000";

/** Whether an English word or a number goes on across this place of the text. */
const isInsideWord = (text, at) => /^[a-z0-9]{2}$/.test(text.slice(at - 1, at + 1));

export function fold(text, simplified) {
  const bare = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();
  return Array.from(bare, (character) => simplified.get(character) ?? character).join("");
}

export function numeral(written) {
  if (/^[0-9]+$/.test(written)) return Number(written);
  let total = 0;
  let digit = 0;
  for (const character of written) {
    if (character in PLACES) {
      total += (digit || 1) * PLACES[character];
      digit = 0;
    } else {
      digit = Math.max(DIGITS.indexOf(character), 0);
    }
  }
  return total + digit;
}

/** The fewest known words that make up a run of Chinese; what no word covers stands alone, by character. */
function cover(run, knows) {
  const best = [{ cost: 0, words: [] }];
  for (let end = 1; end <= run.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_WORD); start < end; start += 1) {
      const word = run.slice(start, end);
      if (word.length > 1 && !knows(word)) continue;
      const cost = best[start].cost + (word.length > 1 ? 1 : UNKNOWN);
      if (!best[end] || cost <= best[end].cost) best[end] = { cost, words: [...best[start].words, word] };
    }
  }
  return best[run.length].words;
}

/** The words of the index inside a word, which find the pages that have only a part of it. */
function inside(word, knows) {
  const found = [];
  for (let start = 0; start < word.length; start += 1) {
    for (let end = start + 2; end <= word.length; end += 1) {
      const part = word.slice(start, end);
      if (part !== word && knows(part)) found.push(part);
    }
  }
  return found;
}

/** `knows(word)`: whether the index has the word. `related(word)`: its English words of the same stem. */
export class Language {
  constructor({ simplified, ignored, synonyms }, knows, stem, related) {
    const [from, to] = simplified.map((characters) => Array.from(characters));
    this.simplified = new Map(from.map((character, at) => [character, to[at]]));
    this.ignored = new Set(ignored);
    this.synonyms = new Map(Object.entries(synonyms));
    this.phrases = Object.keys(synonyms).filter((phrase) => /[a-z0-9].*[^a-z0-9]|[^a-z0-9].*[a-z0-9]/.test(phrase));
    this.phrases.sort((a, b) => b.length - a.length);
    this.stems = new Map(Object.keys(synonyms).map((phrase) => [stem(phrase), phrase]));
    this.stem = stem;
    this.knows = knows;
    this.related = related;
  }

  fold(text) {
    return fold(text, this.simplified);
  }

  /** One Map for each thing looked for: the words of the index that would be it, each with its weight. */
  units(typed) {
    let rest = ` ${this.fold(typed)} `;
    const units = [];
    for (const [said, chinese, digits] of Array.from(rest.matchAll(ARTICLE))) {
      for (const written of (chinese ?? digits).match(new RegExp(`[${NUMERAL}]+`, "g"))) {
        units.push(new Map([[`§${numeral(written)}`, WEIGHT.exact]]));
      }
      rest = rest.replace(said, " ");
    }
    for (const phrase of this.phrases) {
      const at = rest.indexOf(phrase);
      if (at < 0 || isInsideWord(rest, at) || isInsideWord(rest, at + phrase.length)) continue;
      units.push(this.#unit(phrase));
      rest = `${rest.slice(0, at)} ${rest.slice(at + phrase.length)}`;
    }
    const words = this.#cut(rest);
    const telling = words.filter((word) => !this.ignored.has(word));
    const kept = telling.length || units.length ? telling : words;
    return [...units, ...kept.map((word) => this.#unit(word))];
  }

  #cut(text) {
    return (text.match(TOKEN) ?? []).flatMap((run) => (isHan(run) ? this.#cutChinese(run) : [run]));
  }

  /** Beside whole words a character tells nothing. Several that are no word have to stay together. */
  #cutChinese(run) {
    const isWord = (word) => this.knows(word) || this.synonyms.has(word) || this.ignored.has(word);
    const words = cover(run, isWord).filter((word) => !this.ignored.has(word));
    const whole = words.filter((word) => word.length > 1);
    if (whole.length) return whole;
    return words.length === 1 ? words : [run];
  }

  #unit(said) {
    const unit = new Map();
    const others = this.synonyms.get(said) ?? this.synonyms.get(this.stems.get(this.stem(said))) ?? [];
    this.#add(unit, said, WEIGHT.exact);
    for (const other of others) this.#add(unit, other, WEIGHT.synonym);
    return unit;
  }

  /** Adds a phrase to what a unit can be. Its words share the weight, and the words inside or akin get a part. */
  #add(unit, phrase, weight) {
    const all = this.#cut(phrase);
    const words = all.filter((word) => !this.ignored.has(word));
    for (const word of words.length ? words : all) {
      const own = weight / (words.length || 1);
      const more = isHan(word)
        ? inside(word, this.knows).map((part) => [part, own * WEIGHT.inside])
        : this.related(word).map((other) => [other, own * WEIGHT.related]);
      for (const [found, value] of [...more, [word, own]]) {
        unit.set(found, Math.max(unit.get(found) ?? 0, value));
      }
    }
  }
}
