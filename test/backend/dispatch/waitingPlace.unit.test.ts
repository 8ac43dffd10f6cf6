import { beforeEach, describe, expect, it } from 'vitest';
import { SYSTEM_ACTOR } from '../../../backend/domain/account/actor.ts';
import type { Ride } from '../../../backend/domain/ride/ride.ts';
import { scheduleOf, stopWords, tapAt } from '../../support/drivenValley.ts';
import { bookValley, moveTo, openTwo, shiftOf, storedRide } from '../../support/handMoves.ts';
import { PLAIN_IMPROVER } from '../../support/plainImprover.ts';
import { openValley, readValley, VALLEY_DAY, type Valley, valleyPeople } from '../../support/smallValley.ts';

const HOUR = 3600;
const MINUTE = 60;
/** Half an hour, begun from half past nine to ten. */
const BREAKS = [{ window: { earliest: 9.5 * HOUR, latest: 10 * HOUR }, seconds: 1800 }];

/**
 * From A to D at eight, then the break at D, and from D back at ten. Without the first ride the driver would be in the
 * depot at A: off duty until the break is over at ten, and at D a quarter of an hour later, five minutes too late.
 */
async function openBreak(): Promise<{ valley: Valley; first: Ride; second: Ride }> {
  const given = { people: valleyPeople(4), breaks: BREAKS, improver: PLAIN_IMPROVER };
  const valley = await openValley(given);
  const first = await bookValley(valley, { person: 1, from: 'A', to: 'D', second: 8 * HOUR });
  const second = await bookValley(valley, { person: 2, from: 'D', to: 'A', second: 9 * HOUR + 44 * MINUTE });
  return { valley, first, second };
}

const WAITING = ['D planned', 'break planned', 'D+ planned', 'A- planned'];

describe('a stop that a cancellation leaves without riders', () => {
  let valley: Valley;
  let first: Ride;
  let second: Ride;
  beforeEach(async () => {
    ({ valley, first, second } = await openBreak());
    expect(await stopWords(valley)).toEqual(['A+ planned', 'D- planned', ...WAITING.slice(1)]);
    await valley.booking.cancel(first.id, 'riderAsked', SYSTEM_ACTOR);
  });

  it('the driver’s break fits only there: it stays as a place to wait, and the next rider’s promise holds', async () => {
    expect(await stopWords(valley)).toEqual(WAITING);
    expect((await storedRide(valley, second.id)).scheduled).toEqual(second.scheduled);
    expect((await readValley(valley)).events).not.toContain('PromiseBroken');
    expect(valley.violations).toEqual([]);
  });

  it('others are booked and the plan is improved meanwhile: it stays where it is', async () => {
    await bookValley(valley, { person: 3, from: 'A', to: 'B', second: 13 * HOUR });
    await valley.dispatch.improveDay(VALLEY_DAY, Number.POSITIVE_INFINITY, { seed: 1, iterations: 200 });
    expect((await stopWords(valley)).slice(0, 4)).toEqual(WAITING);
    expect(valley.violations).toEqual([]);
  });

  it('nobody needs it any more: it is gone', async () => {
    await bookValley(valley, { person: 3, from: 'A', to: 'B', second: 13 * HOUR });
    await valley.booking.cancel(second.id, 'riderAsked', SYSTEM_ACTOR);
    expect(await stopWords(valley)).toEqual(['A+ planned', 'B- planned']);
    expect(valley.violations).toEqual([]);
  });

  it('the driver goes there, waits, and goes on', async () => {
    const [place] = (await scheduleOf(valley)).stops;
    expect(place!.arrival).toBeLessThanOrEqual(9.5 * HOUR);
    await tapAt(valley, 9 * HOUR + 29 * MINUTE, { type: 'arrive', at: 'D' });
    expect((await stopWords(valley))[0]).toBe('D arrived');
    await tapAt(valley, 9.5 * HOUR, { type: 'depart', at: 'D' });
    await tapAt(valley, 10 * HOUR, { type: 'arrive', at: 'D' });
    await tapAt(valley, 10 * HOUR, { type: 'board', rideId: second.id });
    expect(await stopWords(valley)).toEqual(['D departed', 'break departed', 'D+ arrived', 'A- planned']);
    expect((await readValley(valley)).events).not.toContain('PromiseBroken');
  });
});

it('a ride is moved away by hand, and the break fits only where it was: the same', async () => {
  const valley = await openTwo({ breaks: BREAKS });
  const first = await bookValley(valley, { person: 1, from: 'A', to: 'D', second: 8 * HOUR });
  const second = await bookValley(valley, { person: 2, from: 'D', to: 'A', second: 9 * HOUR + 44 * MINUTE });
  expect(second.shiftId).toBe(first.shiftId);
  const other = first.shiftId === shiftOf(1) ? shiftOf(2) : shiftOf(1);
  expect(await moveTo(valley, first.id, other)).toMatchObject({ ok: true });
  expect((await storedRide(valley, second.id)).revisedPromise).toBeNull();
  const { schedules } = await readValley(valley);
  const left = schedules.find(({ shiftId }) => shiftId === second.shiftId)!;
  expect(left.stops.map(({ place, pickups }) => `${place?.id ?? 'break'} ${pickups.length}`)).toEqual([
    'D 0',
    'break 0',
    'D 1',
    'A 0',
  ]);
  expect(valley.violations).toEqual([]);
});
