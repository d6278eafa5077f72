/** Programs for tables take these beginnings for those of a formula. */
const formulaBeginning = /^[=+\-@\t\r]/u;

/** Rows as a CSV file that programs for tables read: UTF-8 with its mark, and no cell that they would run. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(cell).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = formulaBeginning.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
