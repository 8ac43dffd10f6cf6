import { afterAll, beforeAll, expect, it } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import { ThreadImprover } from '../../backend/main/improver/threadImprover.ts';
import { type House, openHouse } from '../support/openHouse.ts';
import { SeededRandom } from '../support/seededRandom.ts';
import { readTrialTown, TOWN_DAY } from '../support/trialTown.ts';
import { withDatabase } from '../support/withDatabase.ts';

const BOOKERS = 16;
const CALLS_EACH = 4;
/** Sixty-four calls and as many searches on a busy machine. */
const SLOW_MS = 300_000;

const database = withDatabase();
const improver = new ThreadImprover();
/** Two processes on one database; the second one improves. */
const houses: House[] = [];

beforeAll(async () => {
  const { region, people } = await readTrialTown();
  const town = { region, people: people.map((person) => ({ ...person, needs: [] })) };
  for (const own of [{}, { improver }]) {
    const openStore = (clock: House['clock']) => database.openStore({ clock, poolSize: 12 });
    houses.push(await openHouse({ town, openStore, ...own }));
  }
});
afterAll(async () => {
  await improver.close();
  for (const house of houses) await house.close();
});

/** A call between two points of the region; the first offer is taken, every fifth ride is cancelled again. */
async function call(
  house: House,
  random: SeededRandom,
  person: number,
): Promise<[string, string] | undefined> {
  const points = house.town.region.boardingPoints;
  const asked = await house.stages.booking.request(
    {
      channel: 'phone',
      personId: house.town.people[person]!.id,
      from: { kind: 'boardingPoint', id: random.pick(points).id },
      to: { kind: 'boardingPoint', id: random.pick(points).id },
      day: TOWN_DAY,
      requested: { kind: 'departAfter', second: (9 + random.below(6)) * 3600 },
      companions: 0,
      attendants: 0,
      children: 0,
      needs: [],
      note: null,
    },
    SYSTEM_ACTOR,
  );
  const offer = asked.ok ? asked.value.offers[0] : undefined;
  const booked = offer && (await house.stages.booking.accept(offer.id, SYSTEM_ACTOR));
  if (!booked?.ok) return undefined;
  if (!random.chance(0.2)) return [booked.value.id, 'assigned'];
  const gone = await house.stages.booking.cancel(booked.value.id, 'riderAsked', SYSTEM_ACTOR);
  return [booked.value.id, gone.ok ? 'cancelled' : 'assigned'];
}

it('sixteen bookers while plans are improved by another process: nothing lost, every promise kept', {
  timeout: SLOW_MS,
}, async () => {
  const [desk, office] = houses;
  const known = new Map<string, string>();
  let areBooking = true;
  const bookers = Promise.all(
    Array.from({ length: BOOKERS }, async (_, b) => {
      const random = new SeededRandom(b + 1);
      for (let i = 0; i < CALLS_EACH; i++) {
        const done = await call(desk!, random, b * 3);
        if (done) known.set(...done);
      }
    }),
  ).finally(() => {
    areBooking = false;
  });
  const outcomes: string[] = [];
  const improving = (async () => {
    /** However long the booking takes, what counts is what comes after it. */
    let tries = 0;
    for (let seed = 1; areBooking || !outcomes.includes('improved'); seed++) {
      const done = await office!.stages.dispatch.improveDay(TOWN_DAY, Number.POSITIVE_INFINITY, {
        seed,
        iterations: 300,
      });
      outcomes.push(done.outcome);
      if (!areBooking) tries += 1;
      if (tries > 100) throw new Error(`never improved: ${[...new Set(outcomes)].join(', ')}`);
    }
  })();
  await Promise.all([bookers, improving]);

  const { rides, schedules, events, version } = await desk!.store.read(SYSTEM_SCOPE, async (tables) => ({
    rides: await tables.rides.listByDay(TOWN_DAY),
    schedules: await tables.days.listSchedules(TOWN_DAY),
    events: await tables.events.listByDay(TOWN_DAY),
    version: await tables.days.version(TOWN_DAY),
  }));
  expect(known.size).toBeGreaterThan(BOOKERS);
  const statuses = new Map(rides.map((ride) => [ride.id, ride.status]));
  for (const [id, status] of known) expect([id, statuses.get(id)]).toEqual([id, status]);
  const assigned = rides.filter((ride) => ride.status === 'assigned');
  const carried = (end: 'pickups' | 'dropoffs') =>
    schedules.flatMap(({ shiftId, stops }) =>
      stops.flatMap((stop) => stop[end].map((id) => `${id} ${shiftId}`)),
    );
  const wanted = assigned.map(({ id, shiftId }) => `${id} ${shiftId}`).sort();
  expect(carried('pickups').sort()).toEqual(wanted);
  expect(carried('dropoffs').sort()).toEqual(wanted);
  for (const { id, promise, scheduled } of assigned) {
    const isKept =
      scheduled.pickup! >= promise!.pickup.earliest &&
      scheduled.pickup! <= promise!.pickup.latest &&
      scheduled.dropoff! <= promise!.dropoff.latest;
    expect([id, isKept]).toEqual([id, true]);
  }
  const types = events.map(({ body }) => body.type);
  expect(types).not.toContain('PromiseBroken');
  expect(types).not.toContain('CallBackCreated');
  const improvements = events.filter(({ body }) => body.type === 'PlanImproved');
  expect(improvements).toHaveLength(outcomes.filter((outcome) => outcome === 'improved').length);
  expect(improvements.length).toBeGreaterThanOrEqual(1);
  for (const { body } of improvements) {
    if (body.type === 'PlanImproved') expect(body.after.costYen).toBeLessThan(body.before.costYen);
  }
  // Each version was made once: the plan's version tells how many changes there were.
  const versions = new Set(
    events.flatMap(({ body }) => (body.type === 'ScheduleRevised' ? [body.version] : [])),
  );
  expect(Math.max(...versions)).toBe(version);
  expect(houses.flatMap(({ log }) => log.sentences('warn'))).toEqual([]);
});
