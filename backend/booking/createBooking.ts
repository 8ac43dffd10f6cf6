import { acceptOffer } from './acceptOffer.ts';
import { answerRequest } from './answerRequest.ts';
import type { Booking } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { cancelRide } from './cancelRide.ts';
import { closeDay } from './closeDay.ts';
import { requestDays } from './requestDays.ts';
import { requestReturn } from './requestReturn.ts';
import { requestRide } from './requestRide.ts';
import { undoBooking, undoCancellation } from './undo.ts';
import { activateWillCall, bookWillCall } from './willCall.ts';

/** Booking over a world: the store, the plan of the day, the clock and ids. */
export function createBooking(world: BookingWorld): Booking {
  return {
    request: (input, actor) => requestRide(world, input, actor),
    requestDays: (input, days, wayHome, actor) => requestDays(world, input, days, wayHome, actor),
    requestReturn: (rideId, wish, actor, terms) => requestReturn(world, rideId, wish, actor, terms),
    accept: (offerId, actor) => acceptOffer(world, offerId, actor),
    bookWillCall: (requestId, actor) => bookWillCall(world, requestId, actor),
    activate: (rideId, by, actor) => activateWillCall(world, rideId, by, actor),
    cancel: (rideId, reason, actor, by) => cancelRide(world, rideId, reason, actor, undefined, by),
    answer: (requestId, answer, actor) => answerRequest(world, requestId, answer, actor),
    undoBooking: (rideId, actor) => undoBooking(world, rideId, actor),
    undoCancellation: (rideId, actor) => undoCancellation(world, rideId, actor),
    closeDay: (day) => closeDay(world, day),
  };
}
