import type { Person } from '../../backend/domain/person/person.ts';
import type { StandingWish } from '../../backend/domain/standingOrder/standingOrder.ts';
import { distanceMetres } from '../../backend/domain/units/coordinates.ts';
import type { ServiceDay } from '../../backend/domain/units/time.ts';
import type { RegionData } from '../region/regionData.ts';

/** An invented rider's standing order. */
export interface SeedSeries {
  readonly person: Person;
  readonly wish: StandingWish;
  readonly wantsEveningCall: boolean;
}

/** Dialysis three times a week, rehabilitation twice, a day at the hall every second week. */
const PATTERNS = [
  { weekdays: [1, 3, 5], everyWeeks: 1, arrive: 9 * 3600, leave: 13.5 * 3600 },
  { weekdays: [2, 4, 6], everyWeeks: 1, arrive: 9 * 3600, leave: 13.5 * 3600 },
  { weekdays: [2, 5], everyWeeks: 1, arrive: 10 * 3600, leave: 12 * 3600 },
  { weekdays: [4], everyWeeks: 2, arrive: 10.5 * 3600, leave: 14 * 3600 },
] as const;

const ORDERS = 8;
/** Nobody goes to a hospital at the other end of the region three times a week. */
const FARTHEST_METRES = 15_000;

/** Some riders' regular ways to the nearest hospital; the same people get the same orders. */
export function standingSeries(
  region: Pick<RegionData, 'places'>,
  people: readonly Person[],
  startDay: ServiceDay,
): readonly SeedSeries[] {
  const hospitals = region.places.filter(({ kind }) => kind === 'hospital' || kind === 'clinic');
  const found: SeedSeries[] = [];
  const step = Math.max(1, Math.floor(people.length / (ORDERS * 4)));
  for (let i = 0; i < people.length && found.length < ORDERS; i += step) {
    const person = people[i]!;
    const near = hospitals
      .map((place) => ({ place, metres: distanceMetres(person.home, place.coordinates) }))
      .sort((a, b) => a.metres - b.metres)[0];
    if (!near || near.metres > FARTHEST_METRES) continue;
    const pattern = PATTERNS[found.length % PATTERNS.length]!;
    found.push({ person, wish: wishOf(near.place, pattern, startDay), wantsEveningCall: i % 2 === 0 });
  }
  return found;
}

function wishOf(
  place: RegionData['places'][number],
  pattern: (typeof PATTERNS)[number],
  startDay: ServiceDay,
): StandingWish {
  const { weekdays, everyWeeks, arrive, leave } = pattern;
  return {
    from: { kind: 'home' },
    to: { kind: 'place', id: place.id },
    fromName: null,
    toName: place.name,
    recurrence: { weekdays: [...weekdays], everyWeeks, startDay, endDay: null },
    pauses: [],
    // Dialysis cannot wait for the next working day.
    holidayRule: weekdays.length === 3 ? 'ride' : 'skip',
    moveToWeekday: null,
    outbound: { kind: 'arriveBy', second: arrive },
    homeward: { kind: 'departAfter', second: leave },
    companions: 0,
    attendants: 0,
    children: 0,
    luggage: 0,
    needs: [],
    note: null,
  };
}
