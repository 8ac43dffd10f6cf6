import type { Holidays } from '../../ports/holidays.ts';
import type { BookingWorld } from '../bookingWorld.ts';

/** What standing orders need of the world. */
export interface StandingWorld extends BookingWorld {
  readonly holidays: Holidays;
}
