import type { DaySecond } from '../../backend/domain/units/time.ts';
import { type Random, randomInteger } from '../seededRandom.ts';

const DAY = 86_400;
const HOUR = 3_600;
/** The phone desk is staffed in these hours. */
const DESK_OPENS = 7.5 * HOUR;
const DESK_CLOSES = 17 * HOUR;
/** Nobody who calls on the day calls later than this before the ride. */
const LEAST_LEAD = 50 * 60;

/**
 * When a request for a ride comes in: one in two on days before, mostly the day before and around nine; the others on
 * the day, as soon as the desk opens or some hours ahead.
 * @returns seconds from the start of the ride's service day, negative before it
 */
export function drawCallSecond(random: Random, rideSecond: DaySecond): DaySecond {
  const latestToday = rideSecond - LEAST_LEAD - HOUR / 2;
  const isToday = random() < 0.5 && latestToday > DESK_OPENS + HOUR / 2;
  if (isToday) {
    const lead = randomInteger(random, 0, 3 * HOUR);
    return Math.max(DESK_OPENS + randomInteger(random, 0, HOUR / 4), latestToday - lead);
  }
  const daysBefore = random() < 0.7 ? 1 : randomInteger(random, 2, 10);
  // The earlier of two draws: calls come in early rather than late.
  const first = randomInteger(random, DESK_OPENS, DESK_CLOSES);
  const second = randomInteger(random, DESK_OPENS, DESK_CLOSES);
  return Math.min(first, second) - daysBefore * DAY;
}
