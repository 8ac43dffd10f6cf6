import { type Coordinates, distanceMetres } from '../../backend/domain/units/coordinates.ts';
import type { RoadEdge } from '../region/regionData.ts';

/** The nearest point of a road. */
export interface RoadSpot {
  readonly coordinates: Coordinates;
  readonly metres: number;
}

/** Side of a grid square in degrees, about 400 m. */
const SQUARE = 0.004;

/**
 * Answers which point of a road on which one may stop (no motorway) is nearest.
 * @returns a question; `undefined` when no road is within `withinMetres`
 */
export function createRoadSnap(
  edges: readonly RoadEdge[],
): (point: Coordinates, withinMetres: number) => RoadSpot | undefined {
  const squares = new Map<number, (readonly [Coordinates, Coordinates])[]>();
  const keyOf = (column: number, row: number): number => column * 100_003 + row;
  const columnOf = (degrees: number): number => Math.floor(degrees / SQUARE);
  for (const edge of edges) {
    if (edge.class === 'motorway') continue;
    for (let i = 1; i < edge.shape.length; i++) {
      const [a, b] = [edge.shape[i - 1]!, edge.shape[i]!];
      for (let x = columnOf(Math.min(a.lon, b.lon)); x <= columnOf(Math.max(a.lon, b.lon)); x++)
        for (let y = columnOf(Math.min(a.lat, b.lat)); y <= columnOf(Math.max(a.lat, b.lat)); y++) {
          const key = keyOf(x, y);
          const square = squares.get(key) ?? [];
          squares.set(key, square);
          square.push([a, b]);
        }
    }
  }
  return (point, withinMetres) => {
    const metresPerSquare = SQUARE * 111_195 * Math.cos((point.lat * Math.PI) / 180);
    const reach = Math.ceil(withinMetres / metresPerSquare);
    let best: RoadSpot | undefined;
    for (let x = columnOf(point.lon) - reach; x <= columnOf(point.lon) + reach; x++)
      for (let y = columnOf(point.lat) - reach; y <= columnOf(point.lat) + reach; y++)
        for (const [a, b] of squares.get(keyOf(x, y)) ?? []) {
          const coordinates = footOnPiece(point, a, b);
          const metres = distanceMetres(point, coordinates);
          if (metres <= withinMetres && (!best || metres < best.metres)) best = { coordinates, metres };
        }
    return best;
  };
}

/** The nearest point of a straight piece, on a flat map around the point. */
function footOnPiece(point: Coordinates, a: Coordinates, b: Coordinates): Coordinates {
  const squeeze = Math.cos((point.lat * Math.PI) / 180);
  const dx = (b.lon - a.lon) * squeeze;
  const dy = b.lat - a.lat;
  const along = ((point.lon - a.lon) * squeeze * dx + (point.lat - a.lat) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return { lon: a.lon + share * (b.lon - a.lon), lat: a.lat + share * (b.lat - a.lat) };
}
