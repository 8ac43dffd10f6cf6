import type { Ride } from '../domain/ride/ride.ts';
import { spokenPlace } from '../domain/ride/spokenPlace.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';

/** How long after the rider's call we mean to be there, unless a service says otherwise. */
export const TARGET_WAIT_MINUTES = 30;

/** A way home without a time, before it is booked. */
export function willCallOfferSentence(ride: Pick<Ride, 'from'>): SpokenText {
  return {
    ja: `お帰りは、ご用が済みましたらお電話ください。${TARGET_WAIT_MINUTES}分ほどで${ride.from.name}にお迎えにまいります。`,
    en: `For the way home, call us when you are ready. We come to ${spokenPlace(ride.from).en} about ${TARGET_WAIT_MINUTES} minutes later.`,
  };
}
