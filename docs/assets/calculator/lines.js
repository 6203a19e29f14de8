// Pasted lines, cut into rows of cells by the same rules as calc/pasted.py: one row a line, cells by tab, comma or spaces.

const SEPARATORS = ['\t', ';', ',', '、'];
const THOUSANDS = /(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)/g;

/** The cells of each line. `columns` says of each column whether it is a place, takes digits, is an amount. */
export function cut(text, columns) {
  const lines = text.normalize('NFKC').split(/\r\n|[\r\n]/).filter((line) => line.trim());
  const rows = lines.map((line) => cells(line, columns));
  return (hasHeadings(lines, rows, columns) ? rows.slice(1) : rows).map((row) => withoutSurplus(row, columns.length));
}

/** What is too much goes to the last column, which then says that it cannot be read. */
const withoutSurplus = (row, count) => (
  row.length > count ? [...row.slice(0, count - 1), row.slice(count - 1).join(' ')] : row);

function cells(line, columns) {
  let found = split(line, columns);
  if (columns.some(({ amount }) => amount)) {
    const joined = split(line.replace(THOUSANDS, (number) => number.replaceAll(',', '')), columns);
    if (joined.cells.length >= Math.min(2, columns.length)) found = joined;
  }
  return withWholePlace(found.cells.map((cell) => cell.trim()), columns, found.sign);
}

function split(line, columns) {
  const sign = SEPARATORS.find((one) => line.includes(one));
  if (sign) return { cells: line.split(sign), sign: `${sign} ` };
  const wide = line.trim().split(/ {2,}/);
  return { cells: wide.length >= Math.min(2, columns.length) ? wide : line.trim().split(/\s+/), sign: ' ' };
}

/** Cells without a digit between a place and the number that follows it belong to the place's name. */
function withWholePlace(found, columns, sign) {
  const at = columns.findIndex(({ place }) => place);
  if (at < 0 || !columns[at + 1]?.digits) return found;
  const after = found.findIndex((cell, number) => number > at && /\d/.test(cell));
  if (after < 0 || !found.slice(at, after).every(Boolean)) return found;
  return [...found.slice(0, at), found.slice(at, after).join(sign), ...found.slice(after)];
}

function hasHeadings(lines, rows, columns) {
  if (lines.length < 2 || !columns.some(({ digits }) => digits)) return false;
  const whole = rows[0].length >= rows[1].length && rows[0].every(Boolean);
  return whole && !/\d/.test(lines[0]) && /\d/.test(lines[1]);
}
