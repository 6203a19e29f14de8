// Narrows a list of places while a reader types. The list stands in the page already, and each entry carries the
// spellings of its place in `data-find` (scripts/places/finder.py); without this script all of it is simply there.
const WAIT_TO_SAY = 400;
const HAN = /[\u3400-\u9fff]/u;

const box = document.querySelector("[data-finder]");
const field = box.querySelector("input");
const status = box.querySelector("[role=status]");
const groups = [...document.querySelectorAll("[data-group]")];
const entries = [...document.querySelectorAll("[data-find]")].map((element) => ({
  element,
  group: element.closest("[data-group]"),
  spellings: element.dataset.find.split(" "),
}));

/** Small letters without accents, apostrophes or spaces inside a name: Xi’an and XI'AN are xian. */
function words(typed) {
  const plain = typed.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/['’]/g, "").split(/[\s,，、·]+/u).filter(Boolean);
}

function fits(spelling, word) {
  return HAN.test(word) ? spelling.includes(word) : spelling.startsWith(word);
}

function matching(typed) {
  const asked = words(typed);
  // Two words may be one name (Inner Mongolia) or a place and its province (Suzhou Jiangsu).
  const whole = asked.join("");
  return entries.filter(({ spellings }) =>
    spellings.some((one) => fits(one, whole)) || asked.every((word) => spellings.some((one) => fits(one, word))),
  );
}

let later;
function say(count) {
  clearTimeout(later);
  const { none, one, many } = status.dataset;
  later = setTimeout(() => {
    status.textContent = count === 0 ? none : count === 1 ? one : many.replace("#", count);
  }, WAIT_TO_SAY);
}

function narrow() {
  const typed = field.value.trim();
  const found = new Set(matching(typed));
  for (const entry of entries) entry.element.hidden = !found.has(entry);
  const open = new Set([...found].map((entry) => entry.group));
  for (const group of groups) {
    group.hidden = !open.has(group);
    if (group.tagName === "DETAILS") group.open = typed !== "" && open.has(group);
  }
  for (const region of document.querySelectorAll(".place-region")) {
    const empty = !region.querySelector("[data-group]:not([hidden])");
    region.hidden = empty;
    const heading = region.previousElementSibling;
    if (heading?.matches("h2")) heading.hidden = empty;
  }
  if (typed) say(found.size);
  else {
    clearTimeout(later);
    status.textContent = "";
  }
}

function goToFirst(event) {
  if (event.isComposing || !["Enter", "ArrowDown"].includes(event.key)) return;
  const first = matching(field.value.trim())[0];
  if (!first) return;
  event.preventDefault();
  first.element.querySelector("a").focus();
}

field.addEventListener("input", narrow);
field.addEventListener("keydown", goToFirst);
box.hidden = false;
// A browser that comes back to the page may have kept what was typed.
if (field.value) narrow();
