// The places that a few typed letters can mean: by Chinese, Traditional, English, pinyin, its initials, or code.

const MOST = 8;

/** Letters and digits alone, small, without accents, in Simplified characters. */
function fold(text, simplified) {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return [...bare].map((letter) => simplified[letter] ?? letter).join('');
}

/** How well a place fits, the lower the better; none at all is Infinity. */
function distance({ code, keys, longer, initials }, typed) {
  if (/^\d+$/.test(typed)) return code.startsWith(typed) ? 0 : Infinity;
  if (keys.includes(typed)) return 0;
  const begun = keys.filter((key) => key.startsWith(typed));
  if (begun.length) return 1 + Math.min(...begun.map((key) => key.length)) / 100;
  if (initials === typed) return 2;
  if (typed.length > 1 && initials.startsWith(typed)) return 3;
  if (longer.some((key) => key.startsWith(typed))) return 4;
  const inside = typed.length > (/\p{Script=Han}/u.test(typed) ? 0 : 2);
  return inside && keys.some((key) => key.includes(typed)) ? 5 : Infinity;
}

/** The places that fit, best first. */
export function matches({ places, simplified }, text) {
  const typed = fold(text, simplified);
  if (!typed) return [];
  return places
    .map((place) => ({ place, rank: distance(place, typed) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((one, other) => one.rank - other.rank || one.place.code.localeCompare(other.place.code))
    .slice(0, MOST)
    .map(({ place }) => place);
}
