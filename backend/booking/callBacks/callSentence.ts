import type { CallBack } from '../../domain/callBack/callBack.ts';
import { isAfterwards } from '../../domain/callBack/callsOwed.ts';
import { rejectionText } from '../../domain/rejection/rejectionTexts.ts';
import { type Ride, standingPromise } from '../../domain/ride/ride.ts';
import { spokenPlace } from '../../domain/ride/spokenPlace.ts';
import { spokenNearDay } from '../../domain/units/spokenDay.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { spokenTime } from '../../domain/units/spokenTime.ts';
import { type EpochMs, momentOf, serviceDayOf } from '../../domain/units/time.ts';

/**
 * What is said on the telephone, from the ride as it stands now: a time that moved again since the call was owed is told
 * as it is.
 * @param ride the ride the call is about, where there is one
 */
export function callSentence(call: CallBack, ride: Ride | undefined, now: EpochMs): SpokenText {
  const day = spokenNearDay(call.day, serviceDayOf(now));
  const time = ride ? pickupTime(ride) : null;
  const from = ride ? spokenPlace(ride.from) : { ja: '', en: '' };
  switch (call.reason) {
    case 'promiseBroken':
      if (ride && isTimeOver(ride, now)) return lateWords(ride, day);
      return {
        ja: `${day.ja}のお迎えが、お約束の時刻より変わります。申し訳ありません。${time ? `${from.ja}へは、${time.ja}ごろまいります。` : ''}よろしいでしょうか。`,
        en: `The pickup ${day.en} moves from the promised time; we are sorry.${time ? ` We come to ${from.en} at about ${time.en}.` : ''} Is that all right?`,
      };
    case 'promiseRestored':
      return {
        ja: `先にお伝えした${day.ja}のお迎えは、前のお約束の時刻に戻りました。たびたび申し訳ありません。${time ? `${from.ja}へは、${time.ja}ごろまいります。` : ''}よろしいでしょうか。`,
        en: `The pickup ${day.en} is back at the time promised before; we are sorry to trouble you again.${time ? ` We come to ${from.en} at about ${time.en}.` : ''} Is that all right?`,
      };
    case 'rideUnassigned':
      return {
        ja: `${day.ja}の${time ? `${time.ja}の` : ''}お迎えに、行ける車がなくなりました。申し訳ありません。ほかの時刻をご案内いたします。`,
        en: `No vehicle can come for the ride ${day.en}${time ? ` at ${time.en}` : ''} any more; we are sorry. May we offer another time?`,
      };
    case 'noVehicleForReturn':
      return {
        ja: 'お帰りの車を探しています。お待たせして申し訳ありません。見つかりしだい、もう一度お電話します。',
        en: 'We are looking for a vehicle for the way home and are sorry for the wait. We ring again as soon as there is one.',
      };
    case 'placeFree':
      return {
        ja: `お待ちいただいた${day.ja}の席が空きました。${time ? `${time.ja}ごろ、${from.ja}にまいります。` : ''}お取りしてよろしいですか。`,
        en: `A place has become free ${day.en}.${time ? ` We would come to ${from.en} at about ${time.en}.` : ''} Shall we keep it for you?`,
      };
    case 'standingNotPlanned': {
      const why = call.rejection ? rejectionText({ code: call.rejection }).sentence : null;
      return {
        ja: `${day.ja}の定期のお出かけが、お取りできませんでした。${why?.ja ?? ''}ほかの時刻をお探ししましょうか。`,
        en: `Your regular ride ${day.en} could not be booked.${why ? ` ${why.en}` : ''} Shall we look for another time?`,
      };
    }
    case 'noticeFailed':
      return {
        ja: `${day.ja}のお迎えのお知らせが届かなかったため、お電話しました。${time ? `${time.ja}ごろ、${from.ja}にまいります。` : ''}`,
        en: `The notice about your ride ${day.en} did not reach you.${time ? ` We come to ${from.en} at about ${time.en}.` : ''}`,
      };
    case 'eveningBefore':
      return {
        ja: `${day.ja}のお迎えの時刻が決まりました。${time ? `${time.ja}ごろ、${from.ja}にまいります。` : ''}お気をつけてお待ちください。`,
        en: `The pickup ${day.en} is fixed.${time ? ` We come to ${from.en} at about ${time.en}.` : ''}`,
      };
    case 'askedForPerson':
      return {
        ja: 'さきほどお電話をいただきましたので、折り返しお電話しました。どのようなご用件でしょうか。',
        en: 'You rang us earlier, and we are ringing back. What can we do for you?',
      };
  }
}

/** Is the time that was told over? Nobody is told that a vehicle will come when it should have come. */
function isTimeOver(ride: Ride, now: EpochMs): boolean {
  const second = pickupSecond(ride);
  return isAfterwards(ride) || (second !== undefined && momentOf(ride.day, second) < now);
}

function lateWords(ride: Ride, day: SpokenText): SpokenText {
  if (ride.status === 'missed') {
    return {
      ja: `${day.ja}は、お迎えにまいれませんでした。まことに申し訳ありませんでした。`,
      en: `We failed to come ${day.en}; we are very sorry.`,
    };
  }
  if (isAfterwards(ride)) {
    return {
      ja: `${day.ja}のお迎えが、お約束の時刻より遅れました。申し訳ありませんでした。`,
      en: `The pickup ${day.en} came later than promised; we are sorry.`,
    };
  }
  return {
    ja: `${day.ja}のお迎えが、お約束の時刻より遅れています。申し訳ありません。いましばらくお待ちください。`,
    en: `The pickup ${day.en} is later than promised; we are sorry. Please wait a little longer.`,
  };
}

function pickupSecond(ride: Ride): number | undefined {
  return ride.scheduled.pickup ?? standingPromise(ride)?.pickup.earliest;
}

function pickupTime(ride: Ride): SpokenText | null {
  const second = pickupSecond(ride);
  return second === undefined ? null : spokenTime(second);
}
