export type { Booking, RequestRefusal } from './booking.ts';
export type { BookingWorld } from './bookingWorld.ts';
export { createBooking } from './createBooking.ts';
export { offerSentence, rideSentence } from './offerSentence.ts';
