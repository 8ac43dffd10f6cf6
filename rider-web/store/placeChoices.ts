import type { PlaceChoice, PlaceView, RidePlaceView, RideView } from '../../backend/contract/index.ts';
import type { ChosenPlace } from './bookingDraft.ts';

/** How to ask for a ride's place again: a door is the rider's own home, a point keeps its coordinates. */
export function choiceOfRidePlace(place: RidePlaceView): PlaceChoice {
  if (place.id.startsWith('door:')) return { kind: 'home' };
  if (place.id.startsWith('at:')) return { kind: 'coordinates', at: { lon: place.lon, lat: place.lat } };
  return { kind: 'boardingPoint', id: place.id };
}

/** A named place of the region as an answer. */
export function choiceOfPlace(place: PlaceView, municipalityName: string): ChosenPlace {
  return { choice: { kind: 'place', id: place.id }, name: place.name, area: municipalityName };
}

/**
 * Places this rider has been to or booked, most often first, then most lately; the home is left out because it is
 * always offered.
 * @param municipalityName code → name
 */
export function listUsualPlaces(
  rides: readonly RideView[],
  municipalityName: (code: string) => string,
  limit: number,
): readonly ChosenPlace[] {
  const seen = new Map<string, { place: RidePlaceView; count: number; lastDay: string }>();
  for (const ride of rides) {
    if (ride.status === 'denied') continue;
    for (const place of [ride.from, ride.to]) {
      if (place.id.startsWith('door:')) continue;
      const known = seen.get(place.id);
      const lastDay = known !== undefined && known.lastDay > ride.day ? known.lastDay : ride.day;
      seen.set(place.id, { place, count: (known?.count ?? 0) + 1, lastDay });
    }
  }
  return [...seen.values()]
    .sort((a, b) => b.count - a.count || b.lastDay.localeCompare(a.lastDay))
    .slice(0, limit)
    .map(({ place }) => ({
      choice: choiceOfRidePlace(place),
      name: place.name,
      area: municipalityName(place.municipality),
    }));
}
