import type { Person } from '../../backend/domain/person/person.ts';
import type { BoardingPoint } from '../../backend/domain/place/place.ts';
import type { PlaceSaid, RequestInput } from '../../backend/domain/ride/requestInput.ts';
import type { Channel, RequestedTime } from '../../backend/domain/ride/ride.ts';
import { type DaySecond, type ServiceDay, weekdayOf } from '../../backend/domain/units/time.ts';
import type { RegionData } from '../region/regionData.ts';
import { type Random, randomInteger, WeightedChoice } from '../seededRandom.ts';
import { drawCallSecond } from './callTimes.ts';
import { createDestinationDraw } from './destinations.ts';
import { PURPOSES, type Purpose } from './purposes.ts';

/** A request as it will come in. */
export interface DemandRequest {
  readonly id: string;
  /** When it comes in, seconds from the start of the service day; negative: a day before or earlier. */
  readonly callSecond: DaySecond;
  readonly input: RequestInput;
  readonly purpose: Purpose['name'];
  /** Id of the outbound request when this is the way home, else null. */
  readonly returnOf: string | null;
}

/** What day of demand is wanted. */
export interface DemandWish {
  readonly count: number;
  readonly day: ServiceDay;
}

/** Rides begin in these hours; services are open then everywhere. */
const FIRST_RIDE = 8.25 * 3600;
const LAST_RIDE = 16.25 * 3600;
const STEP = 300;
/** One person in three walks to the boarding point; the others are fetched at the door. */
const WALKERS = 0.3;

/**
 * Invents a service day of requests, in the order in which they come in: who, from, to, when, by which channel, with
 * whom. Everyone goes out once before anyone goes out twice. The same arguments give the same day.
 * @returns exactly `wish.count` requests, or none where there are no people or nowhere to go
 */
export function generateDemand(
  region: Pick<RegionData, 'places' | 'boardingPoints'>,
  people: readonly Person[],
  wish: DemandWish,
  random: Random,
): readonly DemandRequest[] {
  const drawDestination = createDestinationDraw(region);
  const purposes = purposeChoice(wish.day);
  const requests: DemandRequest[] = [];
  const boardingPointNear = nearestPointFinder(region.boardingPoints);
  let failures = 0;
  for (const person of ridersInTurn(people, random)) {
    if (requests.length >= wish.count || failures > 100 + 10 * people.length) break;
    const purpose = purposes.pick(random);
    const needsWheelchair = person.needs.includes('wheelchair') || person.needs.includes('stretcher');
    const seeker = { municipality: person.municipality, home: person.home, needsWheelchair };
    const destination = drawDestination(random, seeker, purpose);
    if (!destination) {
      failures++;
      continue;
    }
    const outing = drawOuting(random, person, purpose, wish.day, destination, () =>
      needsWheelchair || random() > WALKERS ? undefined : boardingPointNear(person),
    );
    for (const request of outing.slice(0, wish.count - requests.length))
      requests.push({ ...request, ...numbered(requests, request.returnOf) });
  }
  return requests.sort((a, b) => a.callSecond - b.callSecond || (a.id < b.id ? -1 : 1));
}

/** The next id; a way home refers to the request just before it. */
function numbered(
  requests: readonly DemandRequest[],
  returnOf: string | null,
): Pick<DemandRequest, 'id' | 'returnOf'> {
  const id = `demand-${String(requests.length + 1).padStart(5, '0')}`;
  return { id, returnOf: returnOf === null ? null : requests.at(-1)!.id };
}

function purposeChoice(day: ServiceDay): WeightedChoice<Purpose> {
  const weekday = weekdayOf(day);
  const kind = weekday === 0 ? 'sunday' : weekday === 6 ? 'saturday' : 'weekday';
  return new WeightedChoice(PURPOSES, (purpose) => purpose.shares[kind]);
}

/** Everyone in random order, again and again (Fisher & Yates shuffle of each round). */
function* ridersInTurn(people: readonly Person[], random: Random): Generator<Person> {
  const order = [...people];
  while (order.length > 0)
    for (let left = order.length; left > 0; left--) {
      const chosen = Math.floor(random() * left);
      const person = order[chosen]!;
      order[chosen] = order[left - 1]!;
      order[left - 1] = person;
      yield person;
    }
}

/** The way there and, mostly, the way home. `returnOf` is not null on the way home. */
function drawOuting(
  random: Random,
  person: Person,
  purpose: Purpose,
  day: ServiceDay,
  destination: BoardingPoint,
  drawStop: () => BoardingPoint | undefined,
): readonly DemandRequest[] {
  const stop = drawStop();
  const home: PlaceSaid =
    stop && stop.id !== destination.id ? { kind: 'boardingPoint', id: stop.id } : { kind: 'home' };
  const there: PlaceSaid = { kind: 'boardingPoint', id: destination.id };
  const requested: RequestedTime = { kind: purpose.outbound, second: drawSecond(random, purpose) };
  const company = drawCompany(random, person, purpose);
  const channel = drawChannel(random);
  const common = { personId: person.id, day, needs: person.needs, note: null, ...company };
  const callSecond = drawCallSecond(random, requested.second);
  const outbound: DemandRequest = {
    id: '',
    callSecond,
    purpose: purpose.name,
    returnOf: null,
    input: { ...common, channel, from: home, to: there, requested },
  };
  const [shortest, longest] = purpose.stay;
  const travel = requested.kind === 'departAfter' ? 1_800 : 0;
  const leave = roundUp(requested.second + travel + randomInteger(random, shortest, longest));
  if (random() >= purpose.returnShare || leave > LAST_RIDE) return [outbound];
  // Who has seen the doctor may be booked home by the clinic; the others arrange both ways in one call.
  const isBookedThere = (purpose.name === 'hospital' || purpose.name === 'clinic') && random() < 0.2;
  const homebound: DemandRequest = {
    id: '',
    callSecond: isBookedThere ? leave - randomInteger(random, 35, 60) * 60 : callSecond + 45,
    purpose: purpose.name,
    returnOf: 'outbound',
    input: {
      ...common,
      channel: isBookedThere ? 'clinic' : channel,
      from: there,
      to: home,
      requested: { kind: 'departAfter', second: leave },
    },
  };
  return [outbound, homebound];
}

function drawSecond(random: Random, purpose: Purpose): DaySecond {
  const hours = Object.entries(purpose.hours);
  const [hour] = new WeightedChoice(hours, ([, weight]) => weight).pick(random);
  const second = roundUp(Number(hour) * 3600 + randomInteger(random, 0, 3599));
  return Math.min(LAST_RIDE, Math.max(FIRST_RIDE, second));
}

const roundUp = (second: number): DaySecond => Math.ceil(second / STEP) * STEP;

function drawCompany(
  random: Random,
  person: Person,
  purpose: Purpose,
): Pick<RequestInput, 'companions' | 'attendants' | 'children'> {
  const needsHelp = person.needs.includes('wheelchair') || person.needs.includes('stretcher');
  const isLeisure = purpose.name === 'shopping' || purpose.name === 'bath' || purpose.name === 'visit';
  return {
    attendants: person.needs.includes('stretcher') || (needsHelp && random() < 0.5) ? 1 : 0,
    companions: random() < (isLeisure ? 0.18 : 0.08) ? 1 : 0,
    children: random() < 0.01 ? 1 : 0,
  };
}

function drawChannel(random: Random): Channel {
  return random() < 0.9 ? 'phone' : 'web';
}

/** The boarding point nearest to somebody's home in the own municipality. */
function nearestPointFinder(points: readonly BoardingPoint[]): (person: Person) => BoardingPoint | undefined {
  const byMunicipality = new Map<string, BoardingPoint[]>();
  for (const point of points) {
    const own = byMunicipality.get(point.municipality) ?? [];
    byMunicipality.set(point.municipality, own);
    own.push(point);
  }
  return ({ municipality, home }) => {
    let best: { point: BoardingPoint; squared: number } | undefined;
    for (const point of byMunicipality.get(municipality) ?? []) {
      // Near by, the square of the difference in degrees ranks points as well as the distance does.
      const dx = (point.coordinates.lon - home.lon) * Math.cos((home.lat * Math.PI) / 180);
      const dy = point.coordinates.lat - home.lat;
      const squared = dx * dx + dy * dy;
      if (!best || squared < best.squared) best = { point, squared };
    }
    return best?.point;
  };
}
