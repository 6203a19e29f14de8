// Handing an answer on: into the clipboard, as a file, as a report to be copied. Nothing of it leaves the device here.

/** Copy a text; where the browser refuses, the box that holds it is shown and selected. The answer says which it was. */
export async function copy(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box.closest('[hidden]')?.removeAttribute('hidden');
    box.focus();
    box.select();
    return false;
  }
}

/** Let the browser save a file that was written here. */
export function save({ name, type, content }) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it only after a dialog
}

/** Put HTML that the calculator wrote into a place of the page. */
export function put(html, place) {
  const template = document.createElement('template');
  template.innerHTML = html;
  place.replaceChildren(template.content);
}
