import { type Coordinates, distanceMetres } from '../domain/units/coordinates.ts';

/**
 * The point at a share of a line's length.
 * @param line at least one point
 * @param share 0 = first point, 1 = last point
 */
export function pointAlong(line: readonly Coordinates[], share: number): Coordinates {
  const lengths = line.slice(1).map((point, i) => distanceMetres(line[i]!, point));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let left = Math.min(1, Math.max(0, share)) * total;
  for (const [i, length] of lengths.entries()) {
    if (left <= length && length > 0) return between(line[i]!, line[i + 1]!, left / length);
    left -= length;
  }
  return line.at(-1)!;
}

function between(a: Coordinates, b: Coordinates, share: number): Coordinates {
  return { lon: a.lon + (b.lon - a.lon) * share, lat: a.lat + (b.lat - a.lat) * share };
}
