// Repeated rows of a form: add, remove, move, paste. Each change is told as an entry; Python is not needed for any.

import { cut } from './lines.js';

const GROUP = 'fieldset[data-rows]';
const NAMING = ['id', 'name', 'for', 'aria-describedby', 'data-field'];
const YES_NO = { true: ['true', 'yes', 'y', '1', '是'], false: ['false', 'no', 'n', '0', '否'] };

const rowsOf = (group) => [...group.querySelector('.calc-row-list').children];
const boxesOf = (row) => [...row.querySelectorAll('input[name], select[name]')];
const templateOf = (group) => group.querySelector('template').content.firstElementChild;
const isBlank = (row) => boxesOf(row).every((box) => (box.type === 'checkbox' ? !box.checked : !box.value.trim()));

/** Number the rows as they stand; what their buttons and legends say comes from the template. */
function renumber(group) {
  const name = RegExp(`(^| )(${group.dataset.rows}\\.)(?:\\d+|_)(?=\\.| |$)`, 'g');
  const id = RegExp(`(^| )(${group.id}-)(?:\\d+|_)(?=-| |$)`, 'g');
  rowsOf(group).forEach((row, index) => {
    for (const element of [row, ...row.querySelectorAll('*')]) {
      for (const attribute of NAMING) {
        const text = element.getAttribute(attribute);
        if (text) element.setAttribute(attribute, text.replace(name, `$1$2${index}`).replace(id, `$1$2${index}`));
      }
    }
    sayNumber(row, index + 1, templateOf(group));
  });
}

function sayNumber(row, number, template) {
  row.querySelector('legend').textContent = template.querySelector('legend').textContent.replace('_', number);
  for (const button of template.querySelectorAll('button[aria-label]')) {
    const said = button.getAttribute('aria-label').replace('_', number);
    const own = row.querySelector(`.${button.className}`);
    own.setAttribute('aria-label', said);
    own.title = said;
  }
}

/** What stands in each row: the value of each box, or whether it is ticked. */
const snapshot = (group) => rowsOf(group).map((row) => boxesOf(row).map((box) => (box.type === 'checkbox' ? box.checked : box.value)));

function restore(group, kept) {
  setCount(group, kept.length);
  rowsOf(group).forEach((row, index) => boxesOf(row).forEach((box, at) => {
    if (box.type === 'checkbox') box.checked = kept[index][at];
    else box.value = kept[index][at];
  }));
}

/** Make the form have so many rows, blank ones at the end, within what the calculator takes. */
export function setCount(group, count) {
  const wanted = Math.min(Math.max(count, 1), Number(group.dataset.most));
  while (rowsOf(group).length > wanted) rowsOf(group).at(-1).remove();
  while (rowsOf(group).length < wanted) {
    group.querySelector('.calc-row-list').append(document.importNode(templateOf(group), true));
  }
  renumber(group);
}

/** As many rows as the names of these answers speak of, in each group of the form. */
export function makeRoom(form, names) {
  for (const group of form.querySelectorAll(GROUP)) {
    const start = `${group.dataset.rows}.`;
    const numbers = names.filter((name) => name.startsWith(start)).map((name) => parseInt(name.slice(start.length), 10));
    if (numbers.length) setCount(group, Math.max(...numbers.filter(Number.isInteger), 0) + 1);
  }
}

/** Put text into a box as its kind takes it: an option by what it says, yes and no in either language. */
function put(box, text) {
  if (!(box instanceof HTMLSelectElement)) {
    box.value = text;
    return;
  }
  const said = text.toLowerCase();
  const fits = ({ value, textContent }) => (
    value.toLowerCase() === said || textContent.trim().toLowerCase() === said || YES_NO[value]?.includes(said));
  box.value = [...box.options].find((option) => option.value && fits(option))?.value ?? '';
}

const columnsOf = (group) => boxesOf(templateOf(group)).filter((box) => box.type !== 'checkbox').map((box) => ({
  place: 'places' in box.dataset,
  digits: !('places' in box.dataset) && !(box instanceof HTMLSelectElement),
  amount: box.inputMode === 'decimal' && !box.dataset.unit,
}));

class Rows {
  constructor(host, messages, changed) {
    Object.assign(this, { host, messages, changed });
    host.addEventListener('click', (event) => this.#onClick(event));
    host.addEventListener('paste', (event) => this.#onPaste(event));
  }

  #onClick({ target }) {
    const button = target.closest?.('button');
    const group = button?.closest(GROUP);
    if (!group) return;
    const row = button.closest('.calc-row');
    const acts = {
      'calc-row-add': () => this.#add(group),
      'calc-row-up': () => this.#move(group, row, -1),
      'calc-row-down': () => this.#move(group, row, 1),
      'calc-row-remove': () => this.#remove(group, row),
      'calc-row-paste': () => this.#pasteLines(group),
    };
    acts[[...button.classList].find((name) => name in acts)]?.();
  }

  #add(group) {
    const count = rowsOf(group).length;
    if (count >= Number(group.dataset.most)) return this.#say(group, 'rows-full', group.dataset.most);
    setCount(group, count + 1);
    boxesOf(rowsOf(group).at(-1))[0].focus();
    this.#say(group, 'row-added', count + 1);
    this.changed();
  }

  /** The focus stays on the button that was pressed; at either end on the one that still does something. */
  #move(group, row, step) {
    const rows = rowsOf(group);
    const to = rows.indexOf(row) + step;
    if (to < 0 || to >= rows.length) return;
    rows[to][step < 0 ? 'before' : 'after'](row);
    renumber(group);
    const hasMore = step < 0 ? to > 0 : to < rows.length - 1;
    row.querySelector((step < 0) === hasMore ? '.calc-row-up' : '.calc-row-down').focus();
    this.#say(group, 'row-moved', to + 1);
    this.changed();
  }

  #remove(group, row) {
    const kept = snapshot(group);
    const index = rowsOf(group).indexOf(row);
    row.remove();
    setCount(group, kept.length - 1);
    const next = rowsOf(group)[Math.min(index, kept.length - 2)] ?? rowsOf(group)[0];
    next.querySelector('.calc-row-remove').focus();
    this.#say(group, 'row-removed', index + 1, () => this.#undo(group, kept, index));
    this.changed();
  }

  #undo(group, kept, index) {
    restore(group, kept);
    rowsOf(group)[index]?.querySelector('.calc-row-remove').focus();
    this.#say(group, 'undone');
    this.changed();
  }

  #pasteLines(group) {
    const box = group.querySelector('.calc-lines');
    const rows = rowsOf(group);
    const start = rows.length - [...rows].reverse().findIndex((row) => !isBlank(row));
    if (this.#fillFrom(group, box.value, start > rows.length ? 0 : start, 0)) box.value = '';
  }

  /** Several lines, or cells of a sheet, pasted into a cell fill the rows from there on. */
  #onPaste(event) {
    const group = event.target.closest?.(GROUP);
    const row = event.target.closest?.('.calc-row');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!group || !row || !/[\n\t]/.test(text.trim())) return;
    event.preventDefault();
    const boxes = boxesOf(row).filter((box) => box.type !== 'checkbox');
    this.#fillFrom(group, text, rowsOf(group).indexOf(row), Math.max(boxes.indexOf(event.target), 0));
  }

  #fillFrom(group, text, first, column) {
    const kept = snapshot(group);
    const lines = cut(text, columnsOf(group).slice(column)).slice(0, Number(group.dataset.most) - first);
    if (!lines.length) return false;
    setCount(group, Math.max(kept.length, first + lines.length));
    lines.forEach((cells, index) => {
      const boxes = boxesOf(rowsOf(group)[first + index]).filter((box) => box.type !== 'checkbox').slice(column);
      cells.slice(0, boxes.length).forEach((cell, at) => put(boxes[at], cell));
    });
    boxesOf(rowsOf(group)[first])[0].focus();
    this.#say(group, 'rows-pasted', lines.length, () => this.#undo(group, kept, Math.min(first, kept.length - 1)));
    this.changed();
    return true;
  }

  /** Say in the group's own status line what happened, with a way back. */
  #say(group, key, number = '', undo = null) {
    const line = group.querySelector('.calc-row-status');
    line.textContent = (this.messages[key] ?? '').replace('{row}', number).replace('{count}', number);
    if (!undo) return;
    const button = Object.assign(document.createElement('button'), {
      type: 'button', className: 'calc-undo', textContent: this.messages.undo,
    });
    button.addEventListener('click', undo);
    line.append(' ', button);
  }
}

/** Let the rows of a calculator be changed; `changed` is called after each change. */
export const enableRows = (host, messages, changed) => new Rows(host, messages, changed);
