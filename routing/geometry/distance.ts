/** Coordinates inside the network are integers of this many parts of a degree (about 0.1 m), as in OSRM. */
export const FIXED = 1_000_000;

const EQUATOR_RADIUS_METRES = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
const RADIANS = Math.PI / 180;

/**
 * Distance in metres between two points in degrees, on the WGS84 ellipsoid as flat as it is around the middle of the
 * two: exact enough (1:10,000) up to some hundred kilometres, and what OSRM measures with.
 */
export function metresBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  const middle = ((latA + latB) / 2) * RADIANS;
  const bulge = 1 - ECCENTRICITY_SQUARED * Math.sin(middle) ** 2;
  const acrossRadius = EQUATOR_RADIUS_METRES / Math.sqrt(bulge);
  const alongRadius = (acrossRadius * (1 - ECCENTRICITY_SQUARED)) / bulge;
  const east = (lonB - lonA) * RADIANS * acrossRadius * Math.cos(middle);
  const north = (latB - latA) * RADIANS * alongRadius;
  return Math.hypot(east, north);
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
