// A printed answer: every fold is open on paper and as it was on the screen afterwards, and the sheet says when and
// from where it was printed. Also: a link into a fold opens it.

const FOLDS = '.calc-result details:not([open])';
const SHEET = '.calc-result [data-sheet]';

let folded = [];

/** Of folds that share a name only one may be open, so the names go while all of them are. */
function unfold() {
  folded = [...document.querySelectorAll(FOLDS)].map((fold) => ({ fold, name: fold.getAttribute('name') }));
  for (const details of document.querySelectorAll('.calc-result details[name]')) {
    if (!folded.some(({ fold }) => fold === details)) folded.push({ fold: details, name: details.name, open: true });
    details.removeAttribute('name');
  }
  for (const { fold } of folded) fold.open = true;
}

function foldBack() {
  for (const { fold, open } of folded) fold.open = Boolean(open);
  for (const { fold, name } of folded) if (name) fold.setAttribute('name', name);
  folded = [];
}

function signSheets() {
  const { origin, pathname } = location;
  for (const line of document.querySelectorAll(SHEET)) {
    const today = new Intl.DateTimeFormat(line.closest('[lang]').lang, { dateStyle: 'long' }).format(new Date());
    line.textContent = line.dataset.sheet.replace('{today}', today).replace('{page}', origin + pathname);
    line.hidden = false;
  }
}

function unsignSheets() {
  for (const line of document.querySelectorAll(SHEET)) line.hidden = true;
}

addEventListener('beforeprint', () => { unfold(); signSheets(); });
addEventListener('afterprint', () => { foldBack(); unsignSheets(); });

document.addEventListener('click', ({ target }) => {
  const link = target.closest?.('.calc-refs a[href^="#"]');
  const goal = link && document.getElementById(link.hash.slice(1));
  for (let box = goal?.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
});
