import type { RidePlace } from '../domain/place/place.ts';
import type { Offer } from '../domain/ride/offer.ts';
import { type Ride, standingPromise } from '../domain/ride/ride.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';
import { spokenTime } from '../domain/units/spokenTime.ts';

/** An offer in words to read aloud on the telephone. */
export function offerSentence(offer: Offer, from: RidePlace, to: RidePlace): SpokenText {
  const pickup = spokenTime(offer.promise.pickup.earliest);
  const latest = spokenTime(offer.promise.pickup.latest);
  const arrival = spokenTime(Math.ceil(offer.dropoffSecond / 60) * 60);
  const shared = sharedWords(offer.sharedWith);
  return {
    ja: `${pickup.ja}から${latest.ja}のあいだに、${doorstep(from)}にまいります。${to.name}には${arrival.ja}ごろ着きます。料金は${offer.fareYen}円です。${shared.ja}${offer.isEstimate ? '道のりの時間は、おおよそです。' : ''}`,
    en: `We come to ${from.name} between ${pickup.en} and ${latest.en}. You reach ${to.name} at about ${arrival.en}. The fare is ${offer.fareYen} yen.${shared.en}${offer.isEstimate ? ' Travel times are an estimate.' : ''}`,
  };
}

/** A booked ride in words: what was agreed. */
export function rideSentence(ride: Ride): SpokenText {
  if (ride.status === 'cancelled') {
    return { ja: '予約を取り消しました。', en: 'The ride is cancelled.' };
  }
  const promise = standingPromise(ride);
  if (promise === null) {
    return { ja: 'まだお約束はありません。', en: 'Nothing is promised yet.' };
  }
  const pickup = spokenTime(promise.pickup.earliest);
  const latest = spokenTime(promise.pickup.latest);
  return {
    ja: `ご予約できました。${pickup.ja}から${latest.ja}のあいだに、${doorstep(ride.from)}でお待ちください。行き先は${ride.to.name}です。`,
    en: `Your ride is booked. Please be ready at ${ride.from.name} between ${pickup.en} and ${latest.en}. You go to ${ride.to.name}.`,
  };
}

function doorstep(place: RidePlace): string {
  return place.id.startsWith('door:') ? 'お宅の前' : place.name;
}

function sharedWords(others: number): SpokenText {
  if (others === 0) return { ja: '', en: '' };
  return {
    ja: `ほかのお客様${others}組と相乗りです。`,
    en: ` You share the ride with ${others} other ${others === 1 ? 'party' : 'parties'}.`,
  };
}
