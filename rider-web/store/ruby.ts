/** A stretch of text, with its reading in kana where it has one. */
export interface RubyPart {
  readonly text: string;
  readonly reading: string | null;
}

/**
 * Splits text in which readings are written as `[予約|よやく]する`. What is not in that form stays as it is.
 */
export function parseRuby(marked: string): readonly RubyPart[] {
  const parts: RubyPart[] = [];
  let end = 0;
  for (const match of marked.matchAll(/\[([^[\]|]+)\|([^[\]|]+)\]/g)) {
    if (match.index > end) parts.push({ text: marked.slice(end, match.index), reading: null });
    parts.push({ text: match[1] ?? '', reading: match[2] ?? null });
    end = match.index + match[0].length;
  }
  if (end < marked.length) parts.push({ text: marked.slice(end), reading: null });
  return parts;
}

/** The text alone, for labels that a screen reader speaks. */
export function withoutRuby(marked: string): string {
  return parseRuby(marked)
    .map((part) => part.text)
    .join('');
}
