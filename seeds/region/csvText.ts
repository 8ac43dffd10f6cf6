/** One CSV row (RFC 4180): fields with a comma, quote or line break are quoted. */
function csvRow(fields: readonly (string | number)[]): string {
  return fields
    .map((field) => {
      const text = String(field);
      return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');
}

/** A CSV file with a header, LF at the end of every row. */
export function csvText(columns: readonly string[], rows: Iterable<readonly (string | number)[]>): string {
  const lines = [csvRow(columns)];
  for (const row of rows) lines.push(csvRow(row));
  return `${lines.join('\n')}\n`;
}
