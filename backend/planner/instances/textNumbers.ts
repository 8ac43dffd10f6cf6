/** What is wrong with an instance file, in one line for people. */
export class InstanceError extends Error {}

/** How much of a word that is no number is repeated to people. */
const SHOWN = 20;

/**
 * The text of a file without the byte order mark that some systems put before it.
 * @throws InstanceError when it was no text, or not in UTF-8
 */
export function plainText(text: string): string {
  const plain = text.replace(/^\uFEFF/, '');
  if (/[\0\uFFFD]/.test(plain)) throw new InstanceError('no text in UTF-8');
  return plain;
}

/** The numbers of each non-empty line, however it ends; a word that is no number is refused. */
export function readNumberLines(text: string): number[][] {
  const lines = plainText(text).split(/\r\n|\r|\n/);
  const rows: number[][] = [];
  lines.forEach((line, index) => {
    const words = line.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0) return;
    rows.push(
      words.map((word) => {
        const number = Number(word);
        if (!Number.isFinite(number)) {
          throw new InstanceError(`line ${index + 1}: "${word.slice(0, SHOWN)}" is no number`);
        }
        return number;
      }),
    );
  });
  return rows;
}
