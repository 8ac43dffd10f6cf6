import type { BoardingPoint, RidePlace } from '../../domain/place/place.ts';
import type { ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import { isEmptyStop } from '../../domain/schedule/stopKinds.ts';
import type { Tables } from '../../ports/tables.ts';

/** Boarding points by the id of the door to which each is the nearest. */
export type NearPoints = ReadonlyMap<string, BoardingPoint>;

/** A door with no boarding point within this is in the mountains; then its town has to do. */
const NEAR_METRES = 3000;

/** Is it somebody's door, or a point on the map? Boarding points are public. */
export function isPrivate({ id }: Pick<RidePlace, 'id'>): boolean {
  return id.startsWith('door:') || id.startsWith('at:');
}

/**
 * What lies near the doors at which nobody gets in or out any more: whoever lives there is not concerned by a vehicle that
 * only waits, and its driver has to find a place, not a bell.
 */
export async function readNearPoints(
  { places }: Tables,
  schedules: readonly ShiftSchedule[],
): Promise<NearPoints> {
  const near = new Map<string, BoardingPoint>();
  const doors = schedules
    .flatMap(({ stops }) => stops.filter(isEmptyStop))
    .flatMap(({ place }) => (place && isPrivate(place) ? [place] : []));
  for (const { id, coordinates } of doors) {
    if (near.has(id)) continue;
    const [nearest] = await places.nearestBoardingPoints(coordinates, 1, NEAR_METRES);
    if (nearest) near.set(id, nearest.point);
  }
  return near;
}
