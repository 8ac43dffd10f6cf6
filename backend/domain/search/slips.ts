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
  // Names are of the basic plane, where a character is one unit.
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  if (long.length > short.length) return short.slice(start) === rest;
  if (short.slice(start + 1) === rest) return true;
  const isSwapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isSwapped && short.slice(start + 2) === long.slice(start + 2);
}
