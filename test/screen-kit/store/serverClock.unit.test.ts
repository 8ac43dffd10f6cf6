import { expect, it } from 'vitest';
import { createServerClock } from '../../../screen-kit/store/serverClock.ts';

it('sixty times as fast, two seconds later: two minutes have gone by on the server', () => {
  let steady = 5_000;
  const clock = createServerClock({ now: '2026-11-22T10:00:00+09:00', speed: 60 }, () => steady);
  steady += 2_000;
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T01:02:00.000Z');
});
