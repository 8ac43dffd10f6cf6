import { acceptOffer } from './acceptOffer.ts';
import type { Booking } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { cancelRide } from './cancelRide.ts';
import { requestRide } from './requestRide.ts';

/** Booking over a world: the store, the plan of the day, the clock and ids. */
export function createBooking(world: BookingWorld): Booking {
  return {
    request: (input, actor) => requestRide(world, input, actor),
    accept: (offerId, actor) => acceptOffer(world, offerId, actor),
    cancel: (rideId, reason, actor) => cancelRide(world, rideId, reason, actor),
  };
}
