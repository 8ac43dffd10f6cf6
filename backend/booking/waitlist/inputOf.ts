import type { RidePlace } from '../../domain/place/place.ts';
import type { PlaceSaid, RequestInput } from '../../domain/ride/requestInput.ts';
import type { Ride } from '../../domain/ride/ride.ts';

/** The request that a kept ride was made from, to be asked again. */
export function inputOf(ride: Ride): RequestInput {
  const { channel, reference, personId, day, requested, party, note, returnOf, override } = ride;
  const { companions, attendants, children, luggage, needs } = party;
  const people = { companions, attendants, children, luggage, needs };
  const ends = { from: saidPlace(ride.from), to: saidPlace(ride.to) };
  return { channel, reference, personId, ...ends, day, requested, ...people, note, returnOf, override };
}

/** A place as it would be said again: the rider's home, a point on the map, a boarding point. */
function saidPlace({ id, coordinates }: RidePlace): PlaceSaid {
  if (id.startsWith('door:')) return { kind: 'home' };
  if (id.startsWith('at:')) return { kind: 'coordinates', at: coordinates };
  return { kind: 'boardingPoint', id };
}
