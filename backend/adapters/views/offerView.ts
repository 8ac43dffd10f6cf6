import type { OfferView } from '../../contract/index.ts';
import type { Provider } from '../../domain/fleet/fleet.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Service } from '../../domain/service/service.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { spokenTime } from '../../domain/units/spokenTime.ts';
import { spokenDay } from './spokenDay.ts';

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
    sentence: offerSentence(offer, ride),
  };
}

/** 「11月22日日曜日、午前9時20分から9時35分の間に、○○へお迎えにまいります。…」 */
function offerSentence(offer: Offer, ride: Ride): SpokenText {
  const day = spokenDay(ride.day);
  const from = spokenTime(offer.promise.pickup.earliest);
  const until = spokenTime(offer.promise.pickup.latest);
  const arrival = spokenTime(offer.promise.dropoff.latest);
  const fareJa = offer.fareYen === 0 ? '運賃はかかりません。' : `運賃は${offer.fareYen}円です。`;
  const fareEn = offer.fareYen === 0 ? 'The ride is free.' : `The fare is ${offer.fareYen} yen.`;
  return {
    ja: `${day.ja}、${from.ja}から${until.ja}の間に、${ride.from.name}へお迎えにまいります。${ride.to.name}には${arrival.ja}までに着きます。${fareJa}よろしいでしょうか。`,
    en: `On ${day.en}, we pick you up at ${ride.from.name} between ${from.en} and ${until.en}. You arrive at ${ride.to.name} by ${arrival.en}. ${fareEn} Is that all right?`,
  };
}
