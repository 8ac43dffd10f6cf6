import { offerSentence } from '../../booking/index.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { rideSentence } from './rideSentence.ts';

/** What to say to somebody who is ready to go home: what was booked, or the soonest that can be. */
export function spokenReady(ride: Ride, offers: readonly Offer[], isBooked: boolean): SpokenText {
  const [soonest] = offers;
  return isBooked || !soonest ? rideSentence(ride) : offerSentence(soonest, ride);
}
