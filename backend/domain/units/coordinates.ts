/** WGS84 degrees. */
export interface Coordinates {
  readonly lon: number;
  readonly lat: number;
}

const EARTH_RADIUS_METRES = 6_371_008.8;

/** Are these finite numbers inside the ranges of longitude and latitude? Refuse others before any SQL sees them. */
export function areValidCoordinates(point: Coordinates): boolean {
  return (
    Number.isFinite(point.lon) &&
    Number.isFinite(point.lat) &&
    Math.abs(point.lon) <= 180 &&
    Math.abs(point.lat) <= 90
  );
}

/** Great-circle distance in metres (haversine formula). */
export function distanceMetres(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180;
  const dLat = (b.lat - a.lat) * radians;
  const dLon = (b.lon - a.lon) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}
