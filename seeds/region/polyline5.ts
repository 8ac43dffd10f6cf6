import { areValidCoordinates, type Coordinates } from '../../backend/domain/units/coordinates.ts';

const SCALE = 1e5;

/** Google's polyline encoding with five decimals (about one metre), latitude before longitude. */
export function encodePolyline5(points: readonly Coordinates[]): string {
  let text = '';
  let lastLat = 0;
  let lastLon = 0;
  for (const point of points) {
    const lat = Math.round(point.lat * SCALE);
    const lon = Math.round(point.lon * SCALE);
    text += encodeNumber(lat - lastLat) + encodeNumber(lon - lastLon);
    lastLat = lat;
    lastLon = lon;
  }
  return text;
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  while (rest >= 0x20) {
    text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
    rest >>= 5;
  }
  return text + String.fromCharCode(rest + 63);
}

/** The points of an encoded line, or `undefined` when the text is cut off, has strange signs or leaves the globe. */
export function decodePolyline5(text: string): readonly Coordinates[] | undefined {
  const points: Coordinates[] = [];
  let position = 0;
  let lat = 0;
  let lon = 0;
  while (position < text.length) {
    const latStep = decodeNumber(text, position);
    if (!latStep) return undefined;
    const lonStep = decodeNumber(text, latStep.next);
    if (!lonStep) return undefined;
    lat += latStep.value;
    lon += lonStep.value;
    position = lonStep.next;
    const point = { lon: lon / SCALE, lat: lat / SCALE };
    if (!areValidCoordinates(point)) return undefined;
    points.push(point);
  }
  return points;
}

function decodeNumber(text: string, start: number): { value: number; next: number } | undefined {
  let rest = 0;
  let shift = 0;
  for (let at = start; at < text.length && shift <= 30; at++) {
    const bits = text.charCodeAt(at) - 63;
    if (bits < 0 || bits > 63) return undefined;
    rest |= (bits & 0x1f) << shift;
    if (bits < 0x20) return { value: rest & 1 ? ~(rest >> 1) : rest >> 1, next: at + 1 };
    shift += 5;
  }
  return undefined;
}
