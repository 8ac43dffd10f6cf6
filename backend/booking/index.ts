export type { AskedDay, Booking, Offered, RequestRefusal, ReturnWish } from './booking.ts';
export type { BookingWorld } from './bookingWorld.ts';
export { createBooking } from './createBooking.ts';
export { offerSentence, rideSentence } from './offerSentence.ts';
export { type PoolingHint, poolingHint } from './poolingHint.ts';
export { type RideHistory, type UsualRide, usualRides } from './usualRides.ts';
export { usualSentence } from './usualSentence.ts';
export { openReturnOf } from './wayHome.ts';
export { TARGET_WAIT_MINUTES, willCallOfferSentence } from './willCallWords.ts';
