import type { RidePlace } from '../place/place.ts';
import type { PlaceSaid } from './requestInput.ts';

/**
 * How one would ask for a ride's place again.
 * @returns undefined for the door of somebody else
 */
export function placeSaidOf(place: RidePlace, personId: string): PlaceSaid | undefined {
  if (place.id === `door:${personId}`) return { kind: 'home' };
  if (place.id.startsWith('door:')) return undefined;
  if (place.id.startsWith('at:')) return { kind: 'coordinates', at: place.coordinates };
  return { kind: 'boardingPoint', id: place.id };
}
