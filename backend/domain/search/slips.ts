/** Words shorter than this are one slip away from too much. */
const SHORTEST = 3;
const LONGEST = 20;

/**
 * Forms that a word shares with every word one slip away (a character wrong, missing, too many, or two swapped): the word
 * and the word without each of its characters, marked with `~`. Short words have none.
 */
export function slipForms(word: string): readonly string[] {
  const characters = [...word];
  if (characters.length < SHORTEST || characters.length > LONGEST) return [];
  const shortened = characters.map(
    (_, i) => `~${[...characters.slice(0, i), ...characters.slice(i + 1)].join('')}`,
  );
  return [...new Set([`~${word}`, ...shortened])];
}

/** Is there at most one slip between two words? Words that share a form may still be two apart. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = [...a].length <= [...b].length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (from: number, characters: readonly string[]) => characters.slice(from).join('');
  if (long.length > short.length) return rest(start, short) === rest(start + 1, long);
  if (rest(start + 1, short) === rest(start + 1, long)) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && rest(start + 2, short) === rest(start + 2, long);
}
