import { type Coordinates, distanceMetres } from '../units/coordinates.ts';

/** Lines this close to each other are one road: coordinates are rounded, and ends of stretches interpolated. */
export const SAME_ROAD_METRES = 3;

/** This much driven on a closed part is a crossing or a barrier reached, not a way over it. */
export const CROSSING_METRES = 25;

const STEP_METRES = 2;

type Line = readonly Coordinates[];

/**
 * Does a driven line run over closed parts: along more than `CROSSING_METRES` of them, or half of them where they are
 * shorter? The same question as the store asks the database; here by sampling.
 */
export function runsOver(driven: Line, closed: readonly Line[]): boolean {
  const total = closed.reduce((sum, line) => sum + lengthOf(line), 0);
  const limit = Math.min(CROSSING_METRES, total / 2);
  let metres = 0;
  for (const [a, b] of segments(driven)) {
    const length = distanceMetres(a, b);
    const steps = Math.max(1, Math.ceil(length / STEP_METRES));
    for (let step = 0; step < steps; step++) {
      if (isNear(between(a, b, (step + 0.5) / steps), closed)) metres += length / steps;
      if (metres > limit) return true;
    }
  }
  return false;
}

function* segments(line: Line): Generator<readonly [Coordinates, Coordinates]> {
  for (let i = 1; i < line.length; i++) yield [line[i - 1]!, line[i]!];
}

function lengthOf(line: Line): number {
  return [...segments(line)].reduce((sum, [a, b]) => sum + distanceMetres(a, b), 0);
}

function between(a: Coordinates, b: Coordinates, share: number): Coordinates {
  return { lon: a.lon + (b.lon - a.lon) * share, lat: a.lat + (b.lat - a.lat) * share };
}

function isNear(point: Coordinates, closed: readonly Line[]): boolean {
  return closed.some((line) => {
    for (const [a, b] of segments(line)) if (isNearSegment(point, a, b)) return true;
    return false;
  });
}

function isNearSegment(point: Coordinates, a: Coordinates, b: Coordinates): boolean {
  const scale = Math.cos((point.lat * Math.PI) / 180);
  const x = (b.lon - a.lon) * scale;
  const y = b.lat - a.lat;
  const along = ((point.lon - a.lon) * scale * x + (point.lat - a.lat) * y) / (x * x + y * y || 1);
  const foot = between(a, b, Math.min(1, Math.max(0, along)));
  return distanceMetres(point, foot) <= SAME_ROAD_METRES;
}
