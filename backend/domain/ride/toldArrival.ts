import type { TimeWindow } from '../units/time.ts';
import type { Offer } from './offer.ts';

/**
 * When a rider is told to arrive, in full minutes: a single time, about which it is planned. Where the pickup may come
 * later than that, the times from then until when the same ride would end: "until 11:20 at your door, there at about
 * 11:13" nobody could believe.
 */
export function toldArrival({
  promise,
  pickupSecond,
  dropoffSecond,
}: Pick<Offer, 'promise' | 'pickupSecond' | 'dropoffSecond'>): TimeWindow {
  const earliest = upToMinute(dropoffSecond);
  if (promise.pickup.latest < earliest) return { earliest, latest: earliest };
  const last = promise.pickup.latest + dropoffSecond - pickupSecond;
  return { earliest, latest: Math.max(earliest, upToMinute(Math.min(last, promise.dropoff.latest))) };
}

function upToMinute(second: number): number {
  return Math.ceil(second / 60) * 60;
}
