/** Object ids of PostgreSQL's own types, fixed in its catalogue. */
const TYPE = {
  bytea: 17,
  int8: 20,
  float4: 700,
  float8: 701,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  numeric: 1700,
} as const;

/** Reads a whole number; refuses one that a double cannot hold exactly instead of rounding it. */
function parseWholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a whole number`);
  return value;
}

/** `2026-11-22 07:46:24.821+00` as milliseconds since 1970. */
function parseMoment(text: string): number {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const moment = Date.parse(/[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`);
  if (Number.isNaN(moment)) throw new RangeError(`${text} is no moment`);
  return moment;
}

/** `\x00ff` as bytes. */
function parseBytes(text: string): Uint8Array {
  const digits = text.slice(2);
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16),
  );
}

function asIs(text: string): string {
  return text;
}

/**
 * How values are read from the wire, by type; the same for both engines, whose own readings differ: `int8` and
 * `numeric` are numbers, a `date` stays `YYYY-MM-DD`, moments are milliseconds, an `interval` stays text.
 */
export const VALUE_PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [TYPE.bytea]: parseBytes,
  [TYPE.int8]: parseWholeNumber,
  [TYPE.float4]: Number,
  [TYPE.float8]: Number,
  [TYPE.numeric]: Number,
  [TYPE.date]: asIs,
  [TYPE.timestamp]: parseMoment,
  [TYPE.timestamptz]: parseMoment,
  [TYPE.interval]: asIs,
};
