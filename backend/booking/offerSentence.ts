import type { RidePlace } from '../domain/place/place.ts';
import type { Offer } from '../domain/ride/offer.ts';
import { type Ride, standingPromise } from '../domain/ride/ride.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';
import { spokenTime } from '../domain/units/spokenTime.ts';
import type { TimeWindow } from '../domain/units/time.ts';

/** An offer in words to read aloud on the telephone. */
export function offerSentence(offer: Offer, from: RidePlace, to: RidePlace): SpokenText {
  const pickup = spokenWindow(offer.promise.pickup);
  const arrival = spokenTime(Math.ceil(offer.dropoffSecond / 60) * 60);
  const shared = sharedWords(offer.sharedWith);
  return {
    ja: `${pickup.ja}、${doorstep(from)}にまいります。${to.name}には${arrival.ja}ごろ着きます。料金は${offer.fareYen}円です。${shared.ja}${offer.isEstimate ? '道のりの時間は、おおよそです。' : ''}`,
    en: `We come to ${from.name} ${pickup.en}. You reach ${to.name} at about ${arrival.en}. The fare is ${offer.fareYen} yen.${shared.en}${offer.isEstimate ? ' Travel times are an estimate.' : ''}`,
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
  const pickup = spokenWindow(promise.pickup);
  return {
    ja: `ご予約できました。${pickup.ja}、${doorstep(ride.from)}でお待ちください。行き先は${ride.to.name}です。`,
    en: `Your ride is booked. Please be ready at ${ride.from.name} ${pickup.en}. You go to ${ride.to.name}.`,
  };
}

/** A window as one says it; one that is shorter than a minute is a time. */
function spokenWindow({ earliest, latest }: TimeWindow): SpokenText {
  const from = spokenTime(earliest);
  const to = spokenTime(latest);
  if (latest - earliest < 60) return { ja: `${from.ja}に`, en: `at ${from.en}` };
  return { ja: `${from.ja}から${to.ja}のあいだに`, en: `between ${from.en} and ${to.en}` };
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
