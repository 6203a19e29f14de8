// What the reader has typed: reading it for the calculator, putting it back, and keeping it through updates.

import { makeRoom } from './rows.js';

/** The fields of the form by name, as typed; a number in a percent field gets its sign. */
export function answersOf(form) {
  const answers = {};
  for (const [name, value] of new FormData(form)) answers[name] = withUnit(form.elements[name], value);
  return answers;
}

function withUnit(control, value) {
  const typed = value.trim();
  return control?.dataset?.unit === '%' && typed && !/[%％]/.test(typed) ? `${typed}%` : value;
}

/** Put answers back into the form, as `answersOf` gave them; what has no field there is left out. */
export function fill(form, answers) {
  makeRoom(form, Object.keys(answers));
  for (const control of form.elements) {
    const answer = answers[control.name];
    if (answer === undefined || !control.name) continue;
    if (control.type === 'checkbox') control.checked = answer === control.value;
    else put(control, isTicked(form, control, answer) ? '' : withoutUnit(control, answer));
  }
}

/** A month picker drops what is no month of its own making; then the box takes it as text, as the calculator would. */
function put(control, text) {
  control.value = text;
  if (control.type !== 'month' || control.value === text) return;
  control.type = 'text';
  control.value = text;
}

const withoutUnit = (control, answer) => (control.dataset.unit === '%' ? answer.replace(/\s*[%％]$/, '') : answer);

/** Whether the answer is that of a tick beside the box, such as no place at all. */
const isTicked = (form, control, answer) => [...form.querySelectorAll('input[type="checkbox"]')].some(
  (tick) => tick.name === control.name && tick.value === answer);

const usualOption = (select) => [...select.options].find((option) => option.defaultSelected) ?? select.options[0];

/** Whether the form still holds what the page was built with (browsers may restore entries on a reload). */
export function isUntouched(form) {
  return [...form.elements].every((control) => {
    if (control instanceof HTMLSelectElement) return control.value === (usualOption(control)?.value ?? '');
    if (!(control instanceof HTMLInputElement)) return true;
    return control.value === control.defaultValue && control.checked === control.defaultChecked;
  });
}

/** Put the form back to what its HTML says. Unlike `form.reset()` this tells nobody, so the caller is not called again. */
export function forgetTyped(form) {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) control.value = usualOption(control)?.value ?? '';
    if (!(control instanceof HTMLInputElement)) continue;
    control.value = control.defaultValue;
    control.checked = control.defaultChecked;
  }
}

/** Remember each choice by field name; the answer puts back those that an update of the options has lost. */
export function keepChoices(form) {
  const chosen = [...form.querySelectorAll('select[name]')].map(({ name, value }) => [name, value]);
  return () => {
    for (const [name, value] of chosen) {
      const select = form.elements[name];
      const offered = select instanceof HTMLSelectElement && [...select.options].some((option) => option.value === value);
      if (offered && select.value !== value) select.value = value;
    }
  };
}

/** Today in China, where the rules apply, as YYYY-MM-DD. */
export function todayInChina(now = Date.now()) {
  return new Date(now + 8 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Unfold whatever hides the field, then put the focus there. */
export function goTo(field) {
  for (let box = field.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
