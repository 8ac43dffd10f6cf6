import type { Coordinates } from '../../backend/domain/units/coordinates.ts';

/** A point of a line as somebody wrote it down. `key` is the place's or junction's id, or the bend's own text. */
export interface AuthoredPoint extends Coordinates {
  readonly key: string;
  /** Has it a name (place or junction), or is it only a bend? */
  readonly isNamed: boolean;
}

/** A block of an authored file: its header's words and the lines of points under it. */
export interface AuthoredBlock {
  readonly kind: string;
  readonly words: readonly string[];
  readonly lines: readonly (readonly AuthoredPoint[])[];
}

/** Thrown when an authored file of the trial region cannot be understood; the message names file and line. */
export class AuthoringFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AuthoringFault';
  }
}

const NUMBER = '-?\\d+(?:\\.\\d+)?';
const BEND = new RegExp(`^(${NUMBER}),(${NUMBER})$`);
const JUNCTION = new RegExp(`^([a-z][\\w;-]*)@(${NUMBER}),(${NUMBER})$`);

/**
 * Reads a file of blocks. A header begins with one of `kinds`; other lines hold points; a line that begins with `+`
 * starts another line of the same block; `#` begins a comment line.
 * @param fileName for messages
 * @param places coordinates of the named places by id
 * @throws AuthoringFault
 */
export function parseAuthoredLines(
  text: string,
  fileName: string,
  kinds: readonly string[],
  places: ReadonlyMap<string, Coordinates>,
): readonly AuthoredBlock[] {
  const known = new Map([...places, ...junctionsOf(text, fileName, places)]);
  const blocks: { kind: string; words: string[]; lines: AuthoredPoint[][] }[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const where = `${fileName}:${index + 1}`;
    const [first = '', ...rest] = line.split(/\s+/);
    if (kinds.includes(first)) {
      blocks.push({ kind: first, words: rest, lines: [[]] });
      continue;
    }
    const block = blocks.at(-1);
    if (!block) throw new AuthoringFault(`${where}: points before the first header`);
    if (first === '+') block.lines.push([]);
    const tokens = first === '+' ? rest : [first, ...rest];
    block.lines.at(-1)!.push(...tokens.map((token) => parsePoint(token, where, known)));
  }
  return blocks.map((block) => ({ ...block, lines: block.lines.filter((line) => line.length > 0) }));
}

/** Junctions may be used before the line that defines them. */
function junctionsOf(
  text: string,
  fileName: string,
  places: ReadonlyMap<string, Coordinates>,
): ReadonlyMap<string, Coordinates> {
  const junctions = new Map<string, Coordinates>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim().startsWith('#')) continue;
    for (const token of line.trim().split(/\s+/)) {
      const [, id, lon, lat] = JUNCTION.exec(token) ?? [];
      if (id === undefined) continue;
      if (places.has(id) || junctions.has(id))
        throw new AuthoringFault(`${fileName}:${index + 1}: ${id} is defined twice`);
      junctions.set(id, { lon: Number(lon), lat: Number(lat) });
    }
  }
  return junctions;
}

function parsePoint(token: string, where: string, known: ReadonlyMap<string, Coordinates>): AuthoredPoint {
  const bend = BEND.exec(token);
  if (bend) return { key: token, isNamed: false, lon: Number(bend[1]), lat: Number(bend[2]) };
  const id = JUNCTION.exec(token)?.[1] ?? token;
  const point = known.get(id);
  if (!point) throw new AuthoringFault(`${where}: nobody has defined ${id}`);
  return { key: id, isNamed: true, lon: point.lon, lat: point.lat };
}
