/** Of latitude, and of longitude at the equator. */
export const METRES_PER_DEGREE = 111_320;

/** Straight from one place to another; good to a few per cent over ways within a region. */
export function metresBetween(
  a: { readonly lon: number; readonly lat: number },
  b: { readonly lon: number; readonly lat: number },
): number {
  const east = (b.lon - a.lon) * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(east, b.lat - a.lat) * METRES_PER_DEGREE;
}
