import { expect, it } from 'vitest';
import type { Booking } from '../../../backend/booking/index.ts';
import { momentOf } from '../../../backend/domain/units/time.ts';
import { keepDaysClosed } from '../../../backend/main/keepDaysClosed.ts';
import { FakeClock } from '../../../backend/simulation/index.ts';
import { RecordedLog } from '../../support/recordedLog.ts';
import { openValley, VALLEY_DAY } from '../../support/smallValley.ts';

/** The days that are closed when a server starts at an hour of the day. */
async function closedAt(hour: number): Promise<readonly string[]> {
  const { booking } = await openValley();
  const days: string[] = [];
  const watched: Booking = { ...booking, closeDay: async (day) => days.push(day) };
  const stop = keepDaysClosed(watched, new FakeClock(momentOf(VALLEY_DAY, hour * 3600)), new RecordedLog());
  await stop();
  return days;
}

it('started after three in the morning: yesterday is closed, and a week before it', async () => {
  const days = await closedAt(4);
  expect(days).toHaveLength(8);
  expect([days[0], days.at(-1)]).toEqual(['2026-06-02', '2026-06-09']);
});

it('started at two: yesterday still runs, the day before it is closed', async () => {
  expect((await closedAt(2)).at(-1)).toBe('2026-06-08');
});
