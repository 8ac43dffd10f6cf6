/** What is wrong with an instance file, in one line for people. */
export class InstanceError extends Error {}

/** The numbers of each non-empty line; a word that is no number is refused. */
export function readNumberLines(text: string): number[][] {
  const lines = text.split(/\r?\n/);
  const rows: number[][] = [];
  lines.forEach((line, index) => {
    const words = line.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return;
    rows.push(
      words.map((word) => {
        const number = Number(word);
        if (!Number.isFinite(number)) throw new InstanceError(`line ${index + 1}: "${word}" is no number`);
        return number;
      }),
    );
  });
  return rows;
}
