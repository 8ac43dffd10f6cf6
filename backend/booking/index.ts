export type { AskedDay, Booking, Offered, RequestRefusal, ReturnTerms, ReturnWish } from './booking.ts';
export type { BookingWorld } from './bookingWorld.ts';
export type { CallDesk, CallQueue, DeskHand, OtherTime, SaidOnPhone } from './callBacks/callDesk.ts';
export { callSentence } from './callBacks/callSentence.ts';
export { createCallDesk } from './callBacks/createCallDesk.ts';
export { listToSay } from './callBacks/listToSay.ts';
export { createBooking } from './createBooking.ts';
export { createNoticeDesk, type NoticeDesk, type NoticeWorld } from './notices/createNoticeDesk.ts';
export { offerSentence, rideSentence } from './offerSentence.ts';
export { type PoolingHint, poolingHint } from './poolingHint.ts';
export { HABIT_DAYS_BACK, readUsualRides } from './readUsualRides.ts';
export { createStandingDesk } from './standing/createStandingDesk.ts';
export type {
  GenerationReport,
  MadeLeg,
  NightWork,
  SeriesDate,
  StandingDesk,
} from './standing/standingDesk.ts';
export type { StandingWorld } from './standing/standingWorld.ts';
export { type RideHistory, type UsualRide, usualRides } from './usualRides.ts';
export { usualSentence } from './usualSentence.ts';
export { createWaitlist } from './waitlist/createWaitlist.ts';
export type { Waitlist } from './waitlist/waitlist.ts';
export { isFittingWayHome, openReturnOf } from './wayHome.ts';
export { TARGET_WAIT_MINUTES, willCallOfferSentence } from './willCallWords.ts';
