import { expect, it } from 'vitest';
import type { NightWork } from '../../backend/booking/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { improverHere } from '../../backend/main/improver/improverHere.ts';
import { CountedIds } from '../../backend/simulation/countedIds.ts';
import { busyCorner, NIGHT_DAY, type NightOutcome, runNight } from '../support/nightOfStanding.ts';
import { type House, openHouse } from '../support/openHouse.ts';

/** Steps instead of seconds: the same night every time. */
const STEPS = { seed: 1, iterations: 200 };

async function night(nightOf: (house: House) => NightWork): Promise<NightOutcome & { calls: number }> {
  const town = await busyCorner(2);
  const house = await openHouse({ town, improver: improverHere, ids: new CountedIds() });
  try {
    const outcome = await runNight(house, nightOf(house));
    const calls = await house.store.read(SYSTEM_SCOPE, (tables) => tables.callBacks.listOpen());
    return { ...outcome, calls: calls.filter(({ reason }) => reason === 'standingNotPlanned').length };
  } finally {
    await house.close();
  }
}

it('a night with improvement: more riders served than without, in no more vehicle hours; the rest are calls', async () => {
  const plain = await night(() => ({}));
  const improved = await night(({ stages }) => ({
    improve: async (day) => {
      await stages.dispatch.improveDay(day, Number.POSITIVE_INFINITY, STEPS);
    },
  }));
  const hours = (outcome: NightOutcome) => (outcome.vehicleSeconds / 3600).toFixed(2);
  console.log(
    `without: ${plain.served} served, ${hours(plain)} h; with: ${improved.served} served, ${hours(improved)} h`,
  );
  expect(plain.served + plain.refused).toBe(48);
  expect(improved.served).toBeGreaterThan(plain.served);
  expect(improved.vehicleSeconds).toBeLessThanOrEqual(plain.vehicleSeconds);
  expect([plain.calls, improved.calls]).toEqual([plain.refused, improved.refused]);
}, 180_000);

it('a night that is stopped: no ride is begun any more, nobody is refused for it, the next night goes on', async () => {
  let isStopped = false;
  const days: string[] = [];
  const town = await busyCorner(2);
  const house = await openHouse({ town, improver: improverHere, ids: new CountedIds() });
  const stopped = await runNight(house, {
    isStopped: () => isStopped,
    improve: async (day) => {
      days.push(day);
      isStopped = true;
    },
  });
  expect(days).toEqual([NIGHT_DAY]);
  expect(stopped.refused).toBe(0);
  const next = await house.stages.standing.generateAll();
  expect(next.postponed).toBe(0);
  expect(stopped.served + next.booked + next.refused).toBe(48);
  await house.close();
}, 60_000);
