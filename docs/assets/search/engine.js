// Finds pages for a query. MiniSearch holds the index and scores; this file loads what the build wrote and groups
// what was found by page. Nothing typed leaves the browser: the same two files are asked for, whatever is looked for.

import MiniSearch from "../../search/minisearch.js";
import { stemmer } from "../../search/stemmer.js";
import { Language } from "./query.js";

const FOLDER = new URL("../../search/", import.meta.url);
const SITE = new URL("../../", import.meta.url);
const BOOST = { title: 5, heading: 3, about: 2, text: 1 };
const SHORTEST_TO_CORRECT = 5;
const WRONG_LETTERS = 0.2;
// A page that has less than this share of what the best page has of the query is left out.
const ENOUGH = 0.6;
// Of a page's sections, those are named that come near its best one.
const AS_GOOD = 0.4;
const SECTIONS_SHOWN = 3;
const NAMED = 10;

async function load(name, options) {
  const answer = await fetch(new URL(name, FOLDER), options);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

const namesArticle = (unit) => Array.from(unit.keys()).some((word) => word.startsWith("§"));

/** The build's steps between documents, as MiniSearch wants them: how often the word is in each. */
function counts(steps) {
  const found = {};
  let at = -1;
  for (const step of steps) {
    if (step > 0) {
      at += step;
      found[at] = 1;
    } else {
      found[at] = -step;
    }
  }
  return found;
}

/** The fields as a MiniSearch index in its own serialised form. */
export function plain(fields) {
  const names = Object.keys(fields);
  const words = new Map();
  const lengths = names.map((name) => fields[name].lengths);
  names.forEach((name, id) => {
    fields[name].words.forEach((word, at) => {
      if (!words.has(word)) words.set(word, {});
      words.get(word)[id] = counts(fields[name].at[at]);
    });
  });
  const documents = lengths[0].map((_, at) => at);
  return {
    documentCount: documents.length,
    nextId: documents.length,
    documentIds: { ...documents },
    fieldIds: Object.fromEntries(names.map((name, id) => [name, id])),
    fieldLength: Object.fromEntries(documents.map((at) => [at, lengths.map((all) => all[at])])),
    averageFieldLength: lengths.map((all) => all.reduce((sum, one) => sum + one, 0) / Math.max(all.length, 1)),
    storedFields: {},
    index: Array.from(words),
    serializationVersion: 2,
  };
}

export class Engine {
  constructor(start) {
    this.pages = start.pages.map(([url, title, about]) => ({ url: new URL(url, SITE).href, title, about }));
    this.weights = start.pages.map(([, , , subject = 1, article = 1]) => ({ subject, article }));
    this.sections = start.sections.map(([page, anchor, heading]) => ({ page, anchor, heading }));
    this.indexes = [];
    this.words = new Set();
    this.stems = new Map();
    this.language = new Language(
      start,
      (word) => this.words.has(word),
      stemmer,
      (word) => this.stems.get(stemmer(word)) ?? [],
    );
    this.#add(start.fields);
  }

  /** Opens the index of titles; `whole` is there when the running text can be searched as well. */
  static async open() {
    const start = await load("start.json", { cache: "no-cache" });
    const engine = new Engine(start);
    engine.whole = load(start.text).then(({ fields }) => engine.#add(fields));
    return engine;
  }

  #add(fields) {
    const options = { fields: Object.keys(fields) };
    this.indexes.push(MiniSearch.loadJS(plain(fields), options));
    for (const { words } of Object.values(fields)) {
      for (const word of words) {
        if (this.words.has(word)) continue;
        this.words.add(word);
        if (!/^[a-z]+$/.test(word)) continue;
        const stem = stemmer(word);
        if (!this.stems.has(stem)) this.stems.set(stem, []);
        this.stems.get(stem).push(word);
      }
    }
  }

  /** The pages for what was typed, the best first: [{url, title, about, sections: [{url, heading}]}]. */
  search(typed) {
    const units = this.language.units(typed);
    if (!units.length) return { pages: [], words: [] };
    const unfinished = /[a-z0-9]$/i.test(typed) ? units.length - 1 : -1;
    const hits = this.#hits(units, unfinished);
    const kind = units.some(namesArticle) ? "article" : "subject";
    return { pages: this.#group(hits, units.length, kind, this.language.fold(typed.trim())), words: this.#marked(units, hits) };
  }

  /** By section: its score, which units it has, and the words of the index that were found in it. */
  #hits(units, unfinished) {
    const hits = new Map();
    units.forEach((unit, number) => {
      const isKnown = Array.from(unit.keys()).some((word) => this.words.has(word));
      const options = {
        tokenize: () => Array.from(unit.keys()),
        processTerm: (word) => word,
        boostTerm: (word) => unit.get(word),
        boost: BOOST,
        prefix: (word) => number === unfinished && word.length > 1 && /^[a-z0-9]/.test(word),
        fuzzy: (word) => (!isKnown && word.length >= SHORTEST_TO_CORRECT && /^[a-z]+$/.test(word) ? WRONG_LETTERS : false),
      };
      for (const found of this.indexes.flatMap((index) => index.search("?", options))) {
        const hit = hits.get(found.id) ?? { scores: [], words: new Set() };
        // MiniSearch rewards each further word; here the words of a unit are alternatives.
        hit.scores[number] = (hit.scores[number] ?? 0) + found.score / found.queryTerms.length;
        for (const word of found.terms) hit.words.add(word);
        hits.set(found.id, hit);
      }
    });
    return hits;
  }

  /** The pages weigh as the `kind` of question wants it: by subject, or by the number of an article. */
  #group(hits, wanted, kind, asked) {
    const pages = new Map();
    for (const [id, { scores }] of hits) {
      const section = this.sections[id];
      const page = pages.get(section.page) ?? { best: [], sections: [] };
      scores.forEach((score, unit) => {
        page.best[unit] = Math.max(page.best[unit] ?? 0, score);
      });
      const score = scores.reduce((sum, one) => sum + one, 0);
      page.sections.push({ id, score: score * scores.filter(Boolean).length });
      pages.set(section.page, page);
    }
    const ranked = Array.from(pages, ([number, page]) => {
      const share = page.best.filter(Boolean).length / wanted;
      const score = page.best.reduce((sum, one) => sum + one, 0) * share ** 2 * this.#weight(number, kind, asked);
      return { number, share, score, sections: page.sections };
    });
    const enough = ENOUGH * Math.max(0, ...ranked.map(({ share }) => share));
    return ranked
      .filter(({ share }) => share >= enough)
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .map(({ number, sections }) => ({ ...this.pages[number], sections: this.#shown(number, sections) }));
  }

  /** Whoever types a page's whole title wants that page. */
  #weight(number, kind, asked) {
    return this.language.fold(this.pages[number].title) === asked ? NAMED : this.weights[number][kind];
  }

  #shown(number, sections) {
    const ranked = sections.sort((a, b) => b.score - a.score || a.id - b.id);
    return ranked
      .filter(({ score }) => score >= AS_GOOD * ranked[0].score)
      .slice(0, SECTIONS_SHOWN)
      .map(({ id }) => this.sections[id])
      .filter(({ anchor }) => anchor)
      .map(({ anchor, heading }) => ({ url: `${this.pages[number].url}#${anchor}`, heading }));
  }

  /** What to mark in the titles shown. */
  #marked(units, hits) {
    const words = new Set(units.flatMap((unit) => Array.from(unit.keys())));
    for (const hit of hits.values()) for (const word of hit.words) words.add(word);
    return Array.from(words).filter((word) => !word.startsWith("§"));
  }
}
