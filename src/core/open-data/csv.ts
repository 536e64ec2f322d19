const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
// A spreadsheet runs a cell that begins so as a formula (OWASP, CSV injection).
const FORMULA = /^[=+\-@\t\r]/;

/** A value as one cell of CSV; null is empty. */
export const csvCell = (value: string | number | boolean | null): string => {
  if (value === null) return '';
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * Rows as CSV (RFC 4180) under a line of column names, with a byte order mark, without which spreadsheets
 * show Thai as noise. Every row has the columns of the first; null is an empty cell.
 */
export const csvTable = (
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
): string => {
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column] ?? null)).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
};
