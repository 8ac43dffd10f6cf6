import { offerSentence } from '../../booking/index.ts';
import type { OfferView } from '../../contract/index.ts';
import type { Provider } from '../../domain/fleet/fleet.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Service } from '../../domain/service/service.ts';

/** Names that an offer's view shows. */
export interface OfferSurroundings {
  readonly services: ReadonlyMap<string, Service>;
  readonly providers: ReadonlyMap<string, Provider>;
}

/** An offer of a ride, with the sentence to read aloud. */
export function offerView(offer: Offer, ride: Ride, around: OfferSurroundings): OfferView {
  const service = around.services.get(offer.serviceId);
  const provider = around.providers.get(offer.providerId);
  return {
    id: offer.id,
    rideId: offer.rideId,
    serviceName: { ja: service?.name ?? offer.serviceId, en: service?.nameEn ?? offer.serviceId },
    providerName: { ja: provider?.name ?? offer.providerId, en: provider?.nameEn ?? offer.providerId },
    pickupPlace: ride.from.name,
    dropoffPlace: ride.to.name,
    promisedPickup: { ...offer.promise.pickup },
    promisedDropoff: { ...offer.promise.dropoff },
    pickupSecond: offer.pickupSecond,
    dropoffSecond: offer.dropoffSecond,
    rideMinutes: Math.ceil((offer.dropoffSecond - offer.pickupSecond) / 60),
    sharedWith: offer.sharedWith,
    fareYen: offer.fareYen,
    isEstimate: offer.isEstimate,
    expiresAt: new Date(offer.expiresAt).toISOString(),
    sentence: offerSentence(offer, ride.from, ride.to),
  };
}
