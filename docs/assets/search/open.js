// The button in the header. The search itself, its style and its index are asked for when it is first opened.

const button = document.querySelector("[data-search-open]");
let opening;

async function open(opener) {
  // A failed load is tried again at the next press.
  opening ??= import("./dialog.js").then(({ createDialog }) => createDialog());
  try {
    (await opening).open(opener);
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

button.hidden = false;
button.addEventListener("click", () => open(button));
addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  open(document.activeElement);
});
