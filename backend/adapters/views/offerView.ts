import { offerSentence } from '../../booking/index.ts';
import type { OfferView } from '../../contract/index.ts';
import type { Provider } from '../../domain/fleet/fleet.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { toldArrival } from '../../domain/ride/toldArrival.ts';
import type { Service } from '../../domain/service/service.ts';
import type { Tables } from '../../ports/tables.ts';
import { byId } from './rideView.ts';

/** Names that an offer's view shows. */
export interface OfferSurroundings {
  readonly services: ReadonlyMap<string, Service>;
  readonly providers: ReadonlyMap<string, Provider>;
}

/** Reads the names of services and providers. */
export async function readOfferSurroundings(tables: Tables): Promise<OfferSurroundings> {
  return {
    services: byId(await tables.services.list()),
    providers: byId(await tables.fleet.listProviders()),
  };
}

/** An offer of a ride, with the sentence to read aloud. */
export function offerView(offer: Offer, ride: Ride, around: OfferSurroundings): OfferView {
  const service = around.services.get(offer.serviceId);
  const provider = around.providers.get(offer.providerId);
  const { day, from, to } = offer.instead ?? ride;
  return {
    id: offer.id,
    rideId: offer.rideId,
    day,
    serviceName: { ja: service?.name ?? offer.serviceId, en: service?.nameEn ?? offer.serviceId },
    providerName: { ja: provider?.name ?? offer.providerId, en: provider?.nameEn ?? offer.providerId },
    pickupPlace: from.name,
    dropoffPlace: to.name,
    promisedPickup: { ...offer.promise.pickup },
    promisedDropoff: { ...offer.promise.dropoff },
    pickupSecond: offer.pickupSecond,
    dropoffSecond: offer.dropoffSecond,
    toldArrival: toldArrival(offer),
    waitMinutes: waitMinutes(offer, ride),
    rideMinutes: Math.ceil((offer.dropoffSecond - offer.pickupSecond) / 60),
    sharedWith: offer.sharedWith,
    sharedPeople: offer.sharedPeople ?? offer.sharedWith,
    fareYen: offer.fareYen,
    isEstimate: offer.isEstimate,
    expiresAt: new Date(offer.expiresAt).toISOString(),
    alternative: offer.instead?.kind ?? null,
    sentence: offerSentence(offer, ride),
  };
}

/** How long one waits for what was wished: for the vehicle, or after arriving for the appointment. */
function waitMinutes(offer: Offer, ride: Ride): number {
  const { kind, second } = ride.requested;
  const wait = kind === 'arriveBy' ? second - offer.dropoffSecond : offer.pickupSecond - second;
  return Math.max(0, Math.round(wait / 60));
}
