import { type Coordinates, distanceMetres } from '../../backend/domain/units/coordinates.ts';
import type { Roads } from '../../backend/ports/roads.ts';

/** Country roads are about a third longer than the bird's way, and driven at some 36 km/h: 10 m/s. */
const DETOUR = 1.3;
const METRES_PER_SECOND = 10;

/** Roads that run straight from everywhere to everywhere: metres are 1.3 × the great circle, driven at 10 m/s. */
export const STRAIGHT_ROADS: Roads = {
  async table(from, to) {
    const metres = from.map((a) => to.map((b) => roadMetres(a, b)));
    return { metres, seconds: metres.map((row) => row.map((length) => length / METRES_PER_SECOND)) };
  },
  async route(points) {
    const metres = points.slice(1).reduce((sum, point, i) => sum + roadMetres(points[i]!, point), 0);
    return { metres, seconds: metres / METRES_PER_SECOND, line: points };
  },
  nearest: async (point) => ({ point, distanceMetres: 0 }),
};

function roadMetres(a: Coordinates, b: Coordinates): number {
  return Math.round(distanceMetres(a, b) * DETOUR);
}
