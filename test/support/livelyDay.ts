import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { ShiftSchedule } from '../../backend/domain/schedule/shiftSchedule.ts';
import { daySecondOf, momentOf } from '../../backend/domain/units/time.ts';
import type { StreetReport } from '../../backend/operations/index.ts';
import type { House } from './openHouse.ts';
import type { SeededRandom } from './seededRandom.ts';
import { TOWN_DAY } from './trialTown.ts';

let reportNumber = 0;

/** Lets one thing happen in the house: a booking, a cancellation, a tap of a driver, a vehicle that moves. */
export async function liveOn(house: House, random: SeededRandom): Promise<void> {
  const dice = random.fraction();
  if (dice < 0.45) await book(house, random);
  else if (dice < 0.6) await cancel(house, random);
  else await drive(house, random);
}

/** Somebody asks for a ride and takes the first offer, mostly. */
async function book(house: House, random: SeededRandom): Promise<void> {
  const { people, region } = house.town;
  const point = random.pick(region.boardingPoints);
  const soonest = daySecondOf(TOWN_DAY, house.clock.now()) + 3600;
  const outcome = await house.stages.booking.request(
    {
      channel: 'phone',
      personId: random.pick(people).id,
      from: { kind: 'home' },
      to: { kind: 'boardingPoint', id: point.id },
      day: TOWN_DAY,
      requested: { kind: 'departAfter', second: soonest + random.below(4 * 3600) },
      companions: 0,
      attendants: 0,
      children: 0,
      needs: [],
      note: null,
    },
    SYSTEM_ACTOR,
  );
  const offer = outcome.ok ? outcome.value.offers[0] : undefined;
  if (offer && random.chance(0.9)) await house.stages.booking.accept(offer.id, SYSTEM_ACTOR);
}

async function cancel(house: House, random: SeededRandom): Promise<void> {
  const rides = await house.store.read(SYSTEM_SCOPE, (tables) => tables.rides.listByDay(TOWN_DAY));
  const ride = rides[random.below(Math.max(1, rides.length))];
  if (ride) await house.stages.booking.cancel(ride.id, 'riderAsked', SYSTEM_ACTOR);
}

/** A vehicle moves, or the driver whose turn is first does what comes next, at the planned time. */
async function drive(house: House, random: SeededRandom): Promise<void> {
  const { schedules, rides } = await house.store.read(SYSTEM_SCOPE, async (tables) => ({
    schedules: await tables.days.listSchedules(TOWN_DAY),
    rides: await tables.rides.listByDay(TOWN_DAY),
  }));
  if (schedules.length === 0) return;
  const statuses = new Map(rides.map((ride) => [ride.id, ride.status]));
  const taps = schedules
    .map((schedule) => ({ schedule, tap: nextTap(schedule, statuses) }))
    .filter(({ tap }) => tap !== undefined)
    .sort((a, b) => (a.tap!.second ?? 0) - (b.tap!.second ?? 0));
  const isMove = random.chance(0.4) || taps.length === 0;
  const chosen = isMove ? { schedule: random.pick(schedules), tap: move(random) } : taps[0]!;
  reportNumber += 1;
  const { second, ...tap } = chosen.tap!;
  if (second !== undefined) house.clock.moveTo(momentOf(TOWN_DAY, second));
  const head = {
    id: `report-${reportNumber}`,
    shiftId: chosen.schedule.shiftId,
    deviceTime: house.clock.now(),
  };
  await house.stages.operations.report({ ...head, ...tap } as StreetReport, SYSTEM_ACTOR);
}

interface Tap {
  readonly type: string;
  readonly stopId?: string;
  readonly rideId?: string;
  readonly at?: { readonly lon: number; readonly lat: number };
  readonly second?: number;
}

function move(random: SeededRandom): Tap {
  return { type: 'position', at: { lon: 139.5 + random.fraction() / 2, lat: 37.3 + random.fraction() / 2 } };
}

/**
 * The only driver of the day taps all that comes up to this second, as planned but for the legs.
 * @param lateSeconds how much longer than planned each leg takes, but the one from the depot
 */
export async function driveUntil(house: House, second: number, lateSeconds: number): Promise<void> {
  let arrivals = 0;
  for (;;) {
    const { schedule, statuses } = await readOnlyDriver(house);
    const next = nextTap(schedule, statuses);
    if (!next) break;
    const { second: planned = 0, ...tap } = next;
    const at = planned + (tap.type === 'arrive' && arrivals > 0 ? lateSeconds : 0);
    if (at > second) break;
    if (tap.type === 'arrive') arrivals += 1;
    const moment = Math.max(house.clock.now(), momentOf(TOWN_DAY, at));
    house.clock.moveTo(moment);
    reportNumber += 1;
    const head = { id: `report-${reportNumber}`, shiftId: schedule.shiftId, deviceTime: moment };
    await house.stages.operations.report({ ...head, ...tap } as StreetReport, SYSTEM_ACTOR);
  }
  house.clock.moveTo(momentOf(TOWN_DAY, second));
}

/**
 * The only driver of the day drives on without any rest: leaves each stop a minute after the last person is in or out.
 * @param legs how many stops are left so
 */
export async function driveWithoutRest(house: House, legs: number): Promise<void> {
  for (let left = 0; left < legs; ) {
    const { schedule, statuses } = await readOnlyDriver(house);
    const next = nextTap(schedule, statuses);
    if (!next) return;
    const { second = 0, ...tap } = next;
    const now = house.clock.now();
    house.clock.moveTo(tap.type === 'arrive' ? Math.max(now, momentOf(TOWN_DAY, second)) : now + 60_000);
    reportNumber += 1;
    const head = {
      id: `report-${reportNumber}`,
      shiftId: schedule.shiftId,
      deviceTime: house.clock.now(),
    };
    await house.stages.operations.report({ ...head, ...tap } as StreetReport, SYSTEM_ACTOR);
    if (tap.type === 'depart') left += 1;
  }
}

function readOnlyDriver(house: House) {
  return house.store.read(SYSTEM_SCOPE, async (tables) => ({
    schedule: (await tables.days.listSchedules(TOWN_DAY))[0]!,
    statuses: new Map((await tables.rides.listByDay(TOWN_DAY)).map(({ id, status }) => [id, status])),
  }));
}

/** Arrive at the next stop, let people out and in, depart. */
function nextTap(schedule: ShiftSchedule, statuses: ReadonlyMap<string, string>): Tap | undefined {
  const stop = schedule.stops.find(({ state, kind }) => state !== 'departed' && kind === 'stop');
  if (!stop) return undefined;
  if (stop.state === 'planned') return { type: 'arrive', stopId: stop.id, second: stop.arrival };
  const leaving = stop.dropoffs.find((id) => statuses.get(id) === 'onBoard');
  if (leaving) return { type: 'alight', rideId: leaving };
  const coming = stop.pickups.find((id) => statuses.get(id) === 'vehicleArrived');
  if (coming) return { type: 'board', rideId: coming };
  return { type: 'depart', stopId: stop.id, second: stop.departure };
}
