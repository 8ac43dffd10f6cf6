import { fixedBearing } from '../geometry/distance.ts';
import type { RoadNetwork } from './roadNetwork.ts';

type Shapes = Pick<RoadNetwork, 'shapeStart' | 'shapeLon' | 'shapeLat' | 'shapeMetres'>;

/** Bends closer to the junction than this do not show where a road leads. */
const LOOK_METRES = 10;

/** Shape points of a road, from its start to its end: `[first, last]` as indices into the shape arrays. */
export function shapeRange(shapes: Shapes, road: number): [first: number, last: number] {
  return [shapes.shapeStart[road]!, shapes.shapeStart[road + 1]! - 1];
}

/** Compass bearing in which a road leaves its first point (`atEnd` false) or its last point (true). */
export function bearingAway(shapes: Shapes, road: number, atEnd: boolean): number {
  const [first, last] = shapeRange(shapes, road);
  const step = atEnd ? -1 : 1;
  const origin = atEnd ? last : first;
  const goal = atEnd ? first : last;
  let at = origin + step;
  while (at !== goal && Math.abs(shapes.shapeMetres[at]! - shapes.shapeMetres[origin]!) < LOOK_METRES)
    at += step;
  return fixedBearing(
    shapes.shapeLon[origin]!,
    shapes.shapeLat[origin]!,
    shapes.shapeLon[at]!,
    shapes.shapeLat[at]!,
  );
}
