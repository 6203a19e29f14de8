// Links to an answer: the part of the address after the #, which no browser sends to a server.

const LINK = /^#answer(&|$)/;

/** Longer than any link may be: the calculator says so itself, and need not be handed the whole of it. */
const ENOUGH = 10_000;

/** The link in the address, or null where the # leads to a place in the page. */
export const linkInAddress = () => (LINK.test(location.hash) ? location.hash.slice(0, ENOUGH) : null);

/** Once something is changed, the address no longer says what the page shows: a reload must not bring it back. */
export function forgetLink() {
  if (linkInAddress()) history.replaceState(history.state, '', addressOfPage() + location.search);
}

export const addressOfPage = () => location.origin + location.pathname;

/** Let the switch to the other language open the same answer there; without a fragment it leads to the page again. */
export function carryToOtherLanguage(fragment) {
  for (const link of document.querySelectorAll('a.site-language')) {
    link.href = link.href.split('#')[0] + (fragment ?? '');
  }
}
