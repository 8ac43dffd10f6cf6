/** Coordinates inside the network are integers of this many parts of a degree (about 0.1 m), as in OSRM. */
export const FIXED = 1_000_000;

const EARTH_RADIUS_METRES = 6_372_797.560856;
const RADIANS = Math.PI / 180;

/** Great-circle distance in metres between two points in degrees (haversine; the earth radius is OSRM's). */
export function metresBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const dLat = (latB - latA) * RADIANS;
  const dLon = (lonB - lonA) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Distance in metres between two points in fixed-point degrees. */
export function fixedMetres(lonA: number, latA: number, lonB: number, latB: number): number {
  return metresBetween(lonA / FIXED, latA / FIXED, lonB / FIXED, latB / FIXED);
}

/** Compass bearing in degrees, 0 = north, clockwise, of the line between two points in fixed-point degrees. */
export function fixedBearing(lonA: number, latA: number, lonB: number, latB: number): number {
  const narrowing = Math.cos(((latA + latB) / 2 / FIXED) * RADIANS);
  const degrees = Math.atan2((lonB - lonA) * narrowing, latB - latA) / RADIANS;
  return degrees < 0 ? degrees + 360 : degrees;
}
