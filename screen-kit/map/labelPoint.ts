import type { MapShape } from '../transport/mapShapes.ts';

type Ring = readonly (readonly [number, number])[];

/** Where a polygon's name goes, [lon, lat]: the centroid of its largest outer ring. [0, 0] for anything else. */
export function labelPoint(geometry: MapShape['geometry']): [number, number] {
  const rings = outerRings(geometry);
  let best: { area: number; centre: [number, number] } = { area: 0, centre: [0, 0] };
  for (const ring of rings) {
    const measured = measureRing(ring);
    if (measured.area > best.area) best = measured;
  }
  return best.centre;
}

function outerRings(geometry: MapShape['geometry']): readonly Ring[] {
  if (geometry?.type === 'Polygon') return (geometry.coordinates as Ring[]).slice(0, 1);
  if (geometry?.type === 'MultiPolygon') {
    return (geometry.coordinates as Ring[][]).flatMap((polygon) => polygon.slice(0, 1));
  }
  return [];
}

/** Area (square degrees) and centroid by the shoelace formula. */
function measureRing(ring: Ring): { area: number; centre: [number, number] } {
  let [twice, x, y] = [0, 0, 0];
  for (let index = 0; index < ring.length; index += 1) {
    const [x0, y0] = ring[index]!;
    const [x1, y1] = ring[(index + 1) % ring.length]!;
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { area: Math.abs(twice / 2), centre: twice === 0 ? [0, 0] : [x / (3 * twice), y / (3 * twice)] };
}
