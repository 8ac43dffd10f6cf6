import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { ScheduledStop } from '../../backend/domain/schedule/shiftSchedule.ts';
import { daySecondOf, momentOf } from '../../backend/domain/units/time.ts';
import { reportAt } from '../support/drivenValley.ts';
import { bookIfOffered, cancelNextOf } from '../support/handMoves.ts';
import { PLAIN_IMPROVER } from '../support/plainImprover.ts';
import {
  openValley,
  readValley,
  VALLEY_DAY,
  VALLEY_POINTS,
  type Valley,
  valleyPeople,
} from '../support/smallValley.ts';

/** Something that happens on the telephone or on the street; the driver never dawdles and never waits to leave. */
const act = fc.record({
  kind: fc.constantFrom(
    'book',
    'book',
    'book',
    'cancel',
    ...Array<'drive'>(9).fill('drive'),
    'wait',
    'improve',
    'takeBack',
    'end',
    'end',
  ),
  person: fc.integer({ min: 1, max: 9 }),
  from: fc.integer({ min: 0, max: 5 }),
  to: fc.integer({ min: 0, max: 5 }),
  /** Minutes from now: to the pickup asked for, or how long nothing happens. */
  minutes: fc.integer({ min: 0, max: 240 }),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Half a minute on a quiet core; several times as long beside others. */
const SLOW_MS = 300_000;

const nowOf = (valley: Valley) => daySecondOf(VALLEY_DAY, valley.clock.now());

function book(valley: Valley, { person, from, to, minutes }: Act): Promise<void> {
  const places = { from: VALLEY_POINTS[from]!, to: VALLEY_POINTS[to]! };
  return bookIfOffered(valley, { person, ...places, second: nowOf(valley) + (31 + minutes) * 60 });
}

interface DueTap {
  readonly due: number;
  readonly what: Readonly<Record<string, string>>;
}

/** A driver's next tap and when it is due: whoever gets in then, away at once, at the next stop as reckoned. */
function tapOf(stops: readonly ScheduledStop[], rides: ReadonlyMap<string, Ride>): DueTap | undefined {
  const stop = stops.find(
    ({ state, kind }) => state === 'arrived' || (state === 'planned' && kind === 'stop'),
  );
  if (!stop) return undefined;
  if (stop.state === 'planned') return { due: stop.arrival, what: { type: 'arrive', stopId: stop.id } };
  const out = stop.dropoffs.find((id) => rides.get(id)?.status === 'onBoard');
  if (out) return { due: stop.start, what: { type: 'alight', rideId: out } };
  const into = stop.pickups.find((id) =>
    ['assigned', 'vehicleArrived'].includes(rides.get(id)?.status ?? ''),
  );
  if (into) return { due: rides.get(into)!.scheduled.pickup!, what: { type: 'board', rideId: into } };
  return { due: stop.end ?? stop.start, what: { type: 'depart', stopId: stop.id } };
}

/** The first tap that is due in any vehicle. */
async function nextTap(valley: Valley): Promise<DueTap | undefined> {
  const { rides, schedules } = await readValley(valley);
  const taps = schedules.flatMap(({ stops, shiftId, ended }) => {
    const tap = ended === undefined ? tapOf(stops, rides) : undefined;
    return tap ? [{ due: tap.due, what: { shiftId, ...tap.what } }] : [];
  });
  return taps.sort((a, b) => a.due - b.due)[0];
}

async function drive(valley: Valley): Promise<boolean> {
  const tap = await nextTap(valley);
  if (tap) await reportAt(valley, Math.max(nowOf(valley), tap.due), tap.what);
  return tap !== undefined;
}

/** The driver of the first vehicle at a stop where nobody has got in or out says that they are not there. */
async function takeBack(valley: Valley): Promise<void> {
  const { rides, schedules } = await readValley(valley);
  for (const { shiftId, stops } of schedules) {
    const stop = stops.find(({ state }) => state === 'arrived');
    const isServed = stop?.pickups.some((id) => rides.get(id)?.status !== 'vehicleArrived');
    if (!stop || stop.dropoffs.length > 0 || isServed) continue;
    await reportAt(valley, nowOf(valley), { shiftId, type: 'takeBackArrival', stopId: stop.id });
    return;
  }
}

/** The driver of the first vehicle goes home, where nobody is left to be carried, or comes back. */
async function endOrGoOn(valley: Valley): Promise<void> {
  const { rides, schedules } = await readValley(valley);
  const [schedule] = schedules;
  if (!schedule) return;
  const { shiftId, ended, stops } = schedule;
  const isCarrying = stops
    .flatMap(({ pickups, dropoffs }) => [...pickups, ...dropoffs])
    .some((id) => ['assigned', 'vehicleArrived', 'onBoard'].includes(rides.get(id)?.status ?? ''));
  const hours = await valley.store.read(SYSTEM_SCOPE, ({ fleet }) => fleet.findShift(shiftId));
  const canGo = ended === undefined ? !isCarrying : nowOf(valley) < hours!.end;
  if (canGo)
    await reportAt(valley, nowOf(valley), {
      shiftId,
      type: ended === undefined ? 'endShift' : 'takeBackEnd',
    });
}

async function perform(valley: Valley, done: Act): Promise<void> {
  if (done.kind === 'book') await book(valley, done);
  else if (done.kind === 'drive') await drive(valley);
  else if (done.kind === 'takeBack') await takeBack(valley);
  else if (done.kind === 'end') await endOrGoOn(valley);
  else if (done.kind === 'improve')
    await valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, {
      seed: done.person,
      iterations: 60,
    });
  else if (done.kind === 'wait') {
    // No longer than no driver has anything to tap.
    const most = (await nextTap(valley))?.due ?? Number.POSITIVE_INFINITY;
    const until = Math.max(nowOf(valley), Math.min(most, nowOf(valley) + done.minutes * 60));
    valley.clock.moveTo(momentOf(VALLEY_DAY, until));
  } else await cancelNextOf(valley, done.person);
}

/** Whoever is planned otherwise than was promised. */
function unkept(rides: Iterable<Ride>): string[] {
  return [...rides].flatMap(({ id, status, scheduled, performed, promise, revisedPromise }) => {
    if (!promise || ['cancelled', 'denied', 'declined', 'lapsed'].includes(status)) return [];
    const pickup = performed.pickup ?? scheduled.pickup!;
    const dropoff = performed.dropoff ?? scheduled.dropoff!;
    const isKept = pickup <= promise.pickup.latest && dropoff <= promise.dropoff.latest && !revisedPromise;
    return isKept ? [] : [`${id} ${status} ${pickup} ${dropoff} ${JSON.stringify(promise)}`];
  });
}

/** A break at noon: the driver takes it where the vehicle stands, and taps nothing. */
const BREAKS = [{ window: { earliest: 11.5 * 3600, latest: 13 * 3600 }, seconds: 1800 }];

it('any calls between the taps of a driver who leaves at once, waits elsewhere and takes taps back: all carried as promised', {
  timeout: SLOW_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 60, size: 'max' }), async (acts) => {
      const given = {
        people: valleyPeople(9),
        configurations: [[[4, 0, 0]]].concat(acts.length % 2 ? [[[4, 0, 0]]] : []),
        breaks: acts.length % 3 === 0 ? BREAKS : [],
      };
      const valley = await openValley({ ...given, category: 'areaTransport', improver: PLAIN_IMPROVER });
      valley.clock.moveTo(momentOf(VALLEY_DAY, 7 * 3600));
      for (const done of acts) {
        await perform(valley, done);
        const { rides, schedules } = await readValley(valley);
        expect(unkept(rides.values())).toEqual([]);
        const stops = schedules.flatMap((schedule) => schedule.stops);
        const over = schedules.filter(({ ended }) => ended !== undefined).map(({ shiftId }) => shiftId);
        const ahead = [...rides.values()].filter(({ status }) =>
          ['assigned', 'vehicleArrived'].includes(status),
        );
        const awaited = stops
          .filter(({ state }) => state !== 'departed')
          .flatMap(({ pickups }) => pickups)
          .filter((id) => ahead.some((ride) => ride.id === id));
        expect(awaited.sort()).toEqual(ahead.map(({ id }) => id).sort());
        expect(ahead.filter(({ shiftId }) => over.includes(shiftId ?? ''))).toEqual([]);
        // Whoever is said to be waited for has the vehicle at the door.
        for (const { id, status } of ahead) {
          const stop = stops.find(({ pickups }) => pickups.includes(id))!;
          if (status === 'vehicleArrived') expect(stop.state).toBe('arrived');
        }
      }
      while (await drive(valley));
      const { rides } = await readValley(valley);
      expect(unkept(rides.values())).toEqual([]);
      const left = [...rides.values()].filter(
        ({ status, promise }) => promise && !['done', 'cancelled'].includes(status),
      );
      expect(left.map(({ id, status }) => `${id} ${status}`)).toEqual([]);
      expect(valley.violations).toEqual([]);
    }),
    { numRuns: 300, seed: 20_261_128 },
  );
});
