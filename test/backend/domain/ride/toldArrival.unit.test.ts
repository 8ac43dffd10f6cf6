import { expect, it } from 'vitest';
import { toldArrival } from '../../../../backend/domain/ride/toldArrival.ts';

const MINUTE = 60;
/** Fetched from 600 to 1,800 s, planned at 600 s. */
const PICKUP = { earliest: 600, latest: 1_800 };

it.each<[string, { dropoffSecond: number; latest: number }, { earliest: number; latest: number }]>([
  [
    'a ride that ends after the last moment of its pickup: one time, up to the full minute',
    { dropoffSecond: 1_830, latest: 9_000 },
    { earliest: 31 * MINUTE, latest: 31 * MINUTE },
  ],
  [
    // 480 s of ride: 600 + 480 = 18 min; fetched at 1,800 s: 1,800 + 480 = 38 min
    'a short ride: from the planned time until when it ends if the pickup is as late as it may be',
    { dropoffSecond: 1_080, latest: 9_000 },
    { earliest: 18 * MINUTE, latest: 38 * MINUTE },
  ],
  [
    'a short ride to an appointment: no later than was promised',
    { dropoffSecond: 1_080, latest: 2_000 },
    { earliest: 18 * MINUTE, latest: 34 * MINUTE },
  ],
])('%s', (_, { dropoffSecond, latest }, told) => {
  const promise = { pickup: PICKUP, dropoff: { earliest: 0, latest } };
  expect(toldArrival({ promise, pickupSecond: 600, dropoffSecond })).toEqual(told);
});
