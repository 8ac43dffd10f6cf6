import type { Person } from '../../backend/domain/person/person.ts';
import type { BoardingPoint, RidePlace } from '../../backend/domain/place/place.ts';
import type { RequestedTime, Ride } from '../../backend/domain/ride/ride.ts';
import { distanceMetres } from '../../backend/domain/units/coordinates.ts';
import { addDays, momentOf, type ServiceDay, weekdayOf } from '../../backend/domain/units/time.ts';
import { createDestinationDraw } from '../demand/destinations.ts';
import { PURPOSES, type Purpose } from '../demand/purposes.ts';
import type { RegionData } from '../region/regionData.ts';
import { pickOne, type Random, randomInteger } from '../seededRandom.ts';

/** What history is wanted. */
export interface HistoryWish {
  /** The day before which everything happened. */
  readonly today: ServiceDay;
  readonly weeks: number;
  /** How many of the people have habits; the first ones. */
  readonly people: number;
}

/** A day of every week, or of every other one, on which somebody goes somewhere. */
interface Habit {
  readonly person: Person;
  readonly purpose: Purpose;
  readonly destination: BoardingPoint;
  /** 1 = Monday … 5 = Friday. */
  readonly weekday: number;
  readonly second: number;
  readonly staySeconds: number;
  readonly everyWeeks: number;
}

const MOST_HABITS = 2;
/** Of a hundred times somebody stays at home. */
const STAYED_AT_HOME = 0.12;
/** Metres of straight line driven in a second, bends and hills included. */
const METRES_PER_SECOND = 8;
const BOARDING_SECONDS = 60;

/**
 * Invents rides of the last weeks: there and back on the weekdays of somebody's habits, all of them carried. The same
 * arguments give the same rides.
 */
export function generateHistory(
  region: Pick<RegionData, 'places' | 'boardingPoints'>,
  people: readonly Person[],
  wish: HistoryWish,
  random: Random,
): readonly Ride[] {
  const draw = createDestinationDraw(region);
  const rides: Ride[] = [];
  for (const person of people.slice(0, wish.people)) {
    for (let i = randomInteger(random, 1, MOST_HABITS); i > 0; i--) {
      const habit = drawHabit(person, draw, random);
      if (habit) rides.push(...ridesOf(habit, wish, random, rides.length));
    }
  }
  return rides;
}

function drawHabit(
  person: Person,
  draw: ReturnType<typeof createDestinationDraw>,
  random: Random,
): Habit | undefined {
  const purpose = pickOne(
    random,
    PURPOSES.filter(({ name }) => ['hospital', 'clinic', 'shopping'].includes(name)),
  );
  const needsWheelchair = person.needs.includes('wheelchair') || person.needs.includes('stretcher');
  const { municipality, home } = person;
  const destination = draw(random, { municipality, home, needsWheelchair }, purpose);
  if (!destination) return undefined;
  const [shortest, longest] = purpose.stay;
  return {
    person,
    purpose,
    destination,
    weekday: randomInteger(random, 1, 5),
    second: randomInteger(random, 18, 22) * 1800,
    staySeconds: randomInteger(random, shortest, longest),
    everyWeeks: random() < 0.7 ? 1 : 2,
  };
}

/** The way there and the way home on each of the habit's days. */
function ridesOf(habit: Habit, { today, weeks }: HistoryWish, random: Random, count: number): Ride[] {
  const { person, destination, purpose, second, staySeconds } = habit;
  const door: RidePlace = {
    id: `door:${person.id}`,
    name: 'ご自宅',
    municipality: person.municipality,
    coordinates: person.home,
  };
  const { id, name, municipality, coordinates } = destination;
  const point: RidePlace = { id, name, municipality, coordinates };
  const rides: Ride[] = [];
  for (let week = 1; week <= weeks; week += habit.everyWeeks) {
    const day = addDays(today, -7 * week + ((habit.weekday - weekdayOf(today) + 7) % 7));
    if (day >= today || random() < STAYED_AT_HOME) continue;
    const there: RequestedTime = { kind: purpose.outbound, second };
    const back: RequestedTime = {
      kind: 'departAfter',
      second: Math.ceil((second + staySeconds) / 300) * 300,
    };
    const outboundId = pastId(count + rides.length);
    rides.push(carried(outboundId, person, day, door, point, there, null));
    rides.push(carried(pastId(count + rides.length), person, day, point, door, back, outboundId));
  }
  return rides;
}

/** Ids of invented history; the first tells whether it is there. */
export function pastId(index: number): string {
  return `past-${String(index + 1).padStart(5, '0')}`;
}

function carried(
  id: string,
  person: Person,
  day: ServiceDay,
  from: RidePlace,
  to: RidePlace,
  requested: RequestedTime,
  returnOf: string | null,
): Ride {
  const directSeconds = Math.round(distanceMetres(from.coordinates, to.coordinates) / METRES_PER_SECOND);
  const aboard = directSeconds + BOARDING_SECONDS;
  const pickup = requested.kind === 'arriveBy' ? requested.second - aboard - 600 : requested.second;
  const dropoff = pickup + aboard;
  const callAt = momentOf(addDays(day, -1), 10 * 3600);
  return {
    id,
    revision: 1,
    status: 'done',
    endReason: null,
    personId: person.id,
    municipality: person.municipality,
    clinicId: person.clinicId,
    serviceId: null,
    providerId: null,
    channel: 'phone',
    reference: null,
    returnOf,
    groupId: null,
    insteadOf: null,
    willCall: null,
    override: null,
    riderAnswer: null,
    day,
    from,
    to,
    requested,
    party: { riders: 1, companions: 0, attendants: 0, children: 0, luggage: 0, needs: person.needs },
    note: null,
    directSeconds,
    maxRideSeconds: 2 * aboard,
    fareYen: null,
    promise: {
      pickup: { earliest: pickup, latest: pickup + 900 },
      dropoff: { earliest: pickup, latest: dropoff + 900 },
    },
    revisedPromise: null,
    shiftId: null,
    scheduled: { pickup, dropoff },
    performed: { pickup, dropoff },
    requestedAt: callAt,
    bookedAt: callAt,
    offerId: null,
    cancelledAt: null,
  };
}
