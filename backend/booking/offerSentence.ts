import type { RidePlace } from '../domain/place/place.ts';
import type { Offer } from '../domain/ride/offer.ts';
import { type RequestedTime, type Ride, standingPromise } from '../domain/ride/ride.ts';
import { spokenPlace } from '../domain/ride/spokenPlace.ts';
import { toldArrival } from '../domain/ride/toldArrival.ts';
import { spokenDay } from '../domain/units/spokenDay.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';
import { spokenTime, spokenWindow } from '../domain/units/spokenTime.ts';

/** What an offer's sentence is about. */
export type SpokenRide = Pick<Ride, 'day' | 'from' | 'to' | 'requested'>;

/**
 * An offer in words to read aloud on the telephone. Who has to be somewhere by a time hears that time and the pickup's;
 * an alternative names its day.
 */
export function offerSentence(offer: Offer, asked: SpokenRide): SpokenText {
  const { day, from, to, requested } = offer.instead ?? asked;
  const date = offer.instead && day !== asked.day ? spokenDay(day) : undefined;
  const pickup = spokenWindow(offer.promise.pickup);
  const arrival = arrivalWords(offer);
  const shared = sharedWords(offer);
  const aim = aimWords(requested, to);
  const estimate = offer.isEstimate
    ? { ja: '道のりの時間は、おおよそです。', en: ' Travel times are an estimate.' }
    : { ja: '', en: '' };
  return {
    ja: `${date ? `${date.ja}、` : ''}${aim.ja}${pickup.ja}、${spokenPlace(from).ja}にまいります。${to.name}には${arrival.ja}着きます。料金は${offer.fareYen}円です。${shared.ja}${estimate.ja}`,
    en: `${date ? `On ${date.en}, we` : 'We'} come to ${spokenPlace(from).en} ${pickup.en}${aim.en}. You reach ${spokenPlace(to).en} ${arrival.en}. The fare is ${offer.fareYen} yen.${shared.en}${estimate.en}`,
  };
}

function arrivalWords(offer: Offer): SpokenText {
  const arrival = toldArrival(offer);
  if (arrival.earliest < arrival.latest) return spokenWindow(arrival);
  const time = spokenTime(arrival.earliest);
  return { ja: `${time.ja}ごろ`, en: `at about ${time.en}` };
}

/** A booked ride in words: what was agreed. An appointment is read back beside the pickup. */
export function rideSentence(ride: Ride): SpokenText {
  if (ride.status === 'cancelled') {
    return ride.replacedBy
      ? { ja: '予約を変えました。', en: 'The ride was changed.' }
      : { ja: '予約を取り消しました。', en: 'The ride is cancelled.' };
  }
  if (ride.status === 'willCall') return willCallSentence(ride);
  const promise = standingPromise(ride);
  if (promise === null) {
    return { ja: 'まだお約束はありません。', en: 'Nothing is promised yet.' };
  }
  const pickup = spokenWindow(promise.pickup);
  const aim = aimWords(ride.requested, ride.to);
  const done = ride.changedFrom
    ? { ja: 'ご予約を変えました。', en: 'Your ride is changed.' }
    : { ja: 'ご予約できました。', en: 'Your ride is booked.' };
  return {
    ja: `${done.ja}${pickup.ja}、${spokenPlace(ride.from).ja}でお待ちください。${aim.ja === '' ? `行き先は${ride.to.name}です。` : `${ride.to.name}には${spokenTime(ride.requested.second).ja}までに着きます。`}`,
    en: `${done.en} Please be ready at ${spokenPlace(ride.from).en} ${pickup.en}. You go to ${spokenPlace(ride.to).en}${aim.en}.`,
  };
}

/** A way home without a time, once it is booked. */
function willCallSentence(ride: Ride): SpokenText {
  return {
    ja: `${ride.from.name}からのお帰りは、ご用が済みましたらお電話ください。お迎えにまいります。`,
    en: `Call us when you are ready at ${spokenPlace(ride.from).en}. We come and take you home.`,
  };
}

/** The appointment that the ride is for; nothing where one only leaves at a time. */
function aimWords({ kind, second }: RequestedTime, to: RidePlace): SpokenText {
  if (kind === 'departAfter') return { ja: '', en: '' };
  const time = spokenTime(second);
  return { ja: `${to.name}に${time.ja}までに着くように、`, en: `, so that you are there by ${time.en}` };
}

function sharedWords(offer: Offer): SpokenText {
  if (offer.sharedWith === 0) return { ja: '', en: '' };
  const { ja, en } = spokenCompany(offer);
  return { ja: `${ja}と相乗りです。`, en: ` You share the ride with ${en}.` };
}

const COUNTED_JA = ['', 'おひとり', 'おふたり'];

/** The other people aboard, as one says it: `おふたり`, `3人のお客様`. */
export function spokenCompany({ sharedWith, sharedPeople = sharedWith }: Offer): SpokenText {
  return {
    ja: COUNTED_JA[sharedPeople] ?? `${sharedPeople}人のお客様`,
    en: sharedPeople === 1 ? 'one other person' : `${sharedPeople} other people`,
  };
}
