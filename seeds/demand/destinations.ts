import type { BoardingPoint, Place } from '../../backend/domain/place/place.ts';
import { type Coordinates, distanceMetres } from '../../backend/domain/units/coordinates.ts';
import type { RegionData } from '../region/regionData.ts';
import { type Random, WeightedChoice } from '../seededRandom.ts';
import type { Purpose } from './purposes.ts';

/** A place people ride to, with the boarding points in front of it. */
interface Destination {
  readonly place: Place;
  readonly points: readonly BoardingPoint[];
}

/** Somebody who looks for a destination. */
export interface Seeker {
  readonly municipality: string;
  readonly home: Coordinates;
  readonly needsWheelchair: boolean;
}

/** Nobody rides farther than this for an errand. */
const FARTHEST_METRES = 45_000;
/** Shorter ways are walked. */
const NEAREST_METRES = 400;

/**
 * Draws where somebody goes for a purpose: mostly in the own municipality, less and less with the distance (a gravity
 * model); for hospitals the border matters little.
 * @returns a draw that gives the boarding point, `undefined` where the region has no such place within reach
 */
export function createDestinationDraw(
  region: Pick<RegionData, 'places' | 'boardingPoints'>,
): (random: Random, seeker: Seeker, purpose: Purpose) => BoardingPoint | undefined {
  const pointsByPlace = new Map<string, BoardingPoint[]>();
  for (const point of region.boardingPoints) {
    if (point.placeId === null) continue;
    const points = pointsByPlace.get(point.placeId) ?? [];
    pointsByPlace.set(point.placeId, points);
    points.push(point);
  }
  const destinations = region.places.flatMap((place): readonly Destination[] => {
    const points = pointsByPlace.get(place.id);
    return points ? [{ place, points }] : [];
  });
  const byPurpose = new Map<string, readonly Destination[]>();
  const candidatesOf = (purpose: Purpose): readonly Destination[] => {
    const known = byPurpose.get(purpose.name);
    if (known) return known;
    const found = destinations.filter(({ place }) => purpose.kinds.includes(place.kind));
    byPurpose.set(purpose.name, found);
    return found;
  };
  return (random, seeker, purpose) => {
    const reachable = candidatesOf(purpose).flatMap(({ place, points }) => {
      const usable = seeker.needsWheelchair ? points.filter((point) => point.isWheelchairReachable) : points;
      const metres = distanceMetres(place.coordinates, seeker.home);
      if (usable.length === 0 || metres > FARTHEST_METRES || metres < NEAREST_METRES) return [];
      const isOwn = place.municipality === seeker.municipality;
      const weight = (isOwn ? purpose.homeBonus : 1) * Math.exp(-metres / purpose.reachMetres);
      // Each entrance counts: where there are several, many people come.
      return usable.map((point) => ({ point, weight }));
    });
    if (reachable.length === 0) return undefined;
    return new WeightedChoice(reachable, (entry) => entry.weight).pick(random).point;
  };
}
