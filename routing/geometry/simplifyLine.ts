import type { LonLat } from './polyline.ts';

/** Distance, in degrees of latitude, of a point from the segment a–b. */
function offset(point: LonLat, a: LonLat, b: LonLat, narrowing: number): number {
  const dx = (b[0] - a[0]) * narrowing;
  const dy = b[1] - a[1];
  const px = (point[0] - a[0]) * narrowing;
  const py = point[1] - a[1];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
  return Math.hypot(px - along * dx, py - along * dy);
}

/**
 * Fewer points, none farther from the line than about a thousandth of its extent (Douglas & Peucker 1973): what a
 * map of the whole route can show.
 */
export function simplifyLine(line: readonly LonLat[]): LonLat[] {
  if (line.length < 3) return [...line];
  const lons = line.map(([lon]) => lon);
  const lats = line.map(([, lat]) => lat);
  const narrowing = Math.cos((lats[0]! * Math.PI) / 180);
  const spread = (values: number[]) =>
    values.reduce((high, value) => Math.max(high, value), -Infinity) -
    values.reduce((low, value) => Math.min(low, value), Infinity);
  const tolerance = Math.max(spread(lons) * narrowing, spread(lats)) / 1000;
  const isKept = new Uint8Array(line.length);
  isKept[0] = 1;
  isKept[line.length - 1] = 1;
  const ranges: [number, number][] = [[0, line.length - 1]];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const [first, last] = range;
    let farthest = -1;
    let distance = tolerance;
    for (let i = first + 1; i < last; i += 1) {
      const here = offset(line[i]!, line[first]!, line[last]!, narrowing);
      if (here > distance) {
        distance = here;
        farthest = i;
      }
    }
    if (farthest < 0) continue;
    isKept[farthest] = 1;
    ranges.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, i) => isKept[i] === 1);
}
