import type { UsualRide } from '../../booking/index.ts';
import { type Ride, standingPromise } from '../../domain/ride/ride.ts';
import { spokenPlace } from '../../domain/ride/spokenPlace.ts';
import { spokenNearDay } from '../../domain/units/spokenDay.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { spokenTime, spokenWindow } from '../../domain/units/spokenTime.ts';
import { daySecondOf, type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import type { ComingRide } from './voiceFacts.ts';

/** A vehicle that needs longer than this is not on its way to this rider yet. */
const MOST_MINUTES = 60;
/** So long after its time a vehicle counts as missing, not as about to arrive. */
const OVERDUE_SECONDS = 300;

/** Where the vehicle is that somebody waits for: the ride as it stands now. */
export function rideNews(coming: ComingRide, now: EpochMs): SpokenText {
  const { ride } = coming;
  const from = spokenPlace(ride.from);
  switch (ride.status) {
    case 'onBoard':
      return aboardWords(ride);
    case 'vehicleArrived':
      return {
        ja: `お迎えの車は、もう着いています。場所は、${from.ja}です。`,
        en: `The vehicle has arrived at ${from.en}.`,
      };
    case 'willCall':
      if (ride.willCall?.readyAt) return searchWords(rideName(ride, now));
      return {
        ja: `${dayOf(ride, now).ja}の、${from.ja}からのお帰りは、ご用が済んだら、お電話をいただくことになっています。`,
        en: `For the way home from ${from.en} ${dayOf(ride, now).en}, you ring us when you are ready.`,
      };
    // Booked, but in no vehicle's schedule any more; or rung for, and nothing found yet.
    case 'booked':
    case 'offered':
      return searchWords(rideName(ride, now));
    default:
      return joined(pickupWords(ride, now), overdueWords(ride, now) ?? whenWords(coming, now));
  }
}

function searchWords(name: SpokenText): SpokenText {
  return {
    ja: `${name.ja}は、いま、行ける車を探しています。見つかりしだい、お電話します。`,
    en: `We are looking for a vehicle for ${name.en}, and ring you as soon as there is one.`,
  };
}

/** A ride in few words, to tell it from the others: `きょう、午前10時5分にお迎えの、本郷医院行き`. */
export function rideName(ride: Ride, now: EpochMs): SpokenText {
  const day = dayOf(ride, now);
  const to = destination(ride);
  if (ride.status === 'willCall' || ride.status === 'offered') {
    const from = spokenPlace(ride.from);
    return { ja: `${day.ja}の、${from.ja}からのお帰り`, en: `the way home from ${from.en} ${day.en}` };
  }
  const second = standingPromise(ride)?.pickup.earliest ?? ride.requested.second;
  const time = spokenTime(second);
  return {
    ja: `${day.ja}、${time.ja}にお迎えの、${to.ja}行き`,
    en: `the ride ${day.en} at ${time.en} to ${to.en}`,
  };
}

function dayOf(ride: Pick<Ride, 'day'>, now: EpochMs): SpokenText {
  return spokenNearDay(ride.day, serviceDayOf(now));
}

/** Somebody's own door is home. */
function destination({ to }: Pick<Ride, 'to'>): SpokenText {
  return to.id.startsWith('door:') ? { ja: 'お宅', en: 'your home' } : spokenPlace(to);
}

function pickupWords(ride: Ride, now: EpochMs): SpokenText {
  const day = dayOf(ride, now);
  const [from, to] = [spokenPlace(ride.from), destination(ride)];
  const promise = standingPromise(ride);
  const when = promise
    ? spokenWindow(promise.pickup)
    : {
        ja: `${spokenTime(ride.requested.second).ja}ごろ`,
        en: `at about ${spokenTime(ride.requested.second).en}`,
      };
  return {
    ja: `お迎えは、${day.ja}、${when.ja}、${from.ja}にまいります。行き先は、${to.ja}です。`,
    en: `We come to ${from.en} ${day.en} ${when.en}. You go to ${to.en}.`,
  };
}

function lateWords(ride: Ride): SpokenText | null {
  const latest = standingPromise(ride)?.pickup.latest;
  const planned = ride.scheduled.pickup;
  if (latest === undefined || planned === null || planned < latest + 60) return null;
  const time = spokenTime(planned);
  return {
    ja: `申し訳ありません。遅れています。${time.ja}ごろになる見込みです。`,
    en: `We are sorry: it is late, and will be there at about ${time.en}.`,
  };
}

/** How late it will be, and how many minutes that are from now. */
function whenWords(coming: ComingRide, now: EpochMs): SpokenText {
  return joined(lateWords(coming.ride), minutesWords(coming, now));
}

/** It should be there, and nobody has reported it: then only somebody who can ask the driver knows. */
function overdueWords(ride: Ride, now: EpochMs): SpokenText | null {
  const due = Math.max(ride.scheduled.pickup ?? 0, standingPromise(ride)?.pickup.latest ?? 0);
  if (due === 0 || daySecondOf(ride.day, now) < due + OVERDUE_SECONDS) return null;
  return {
    ja: 'お約束の時刻を過ぎています。申し訳ありません。車のようすは、ゼロを押して、係におたずねください。',
    en: 'We are sorry: it should have been there. Press zero, and somebody will ask the driver.',
  };
}

function minutesWords({ ride, isUnderWay }: ComingRide, now: EpochMs): SpokenText | null {
  const planned = ride.scheduled.pickup;
  if (!isUnderWay || planned === null) return null;
  const minutes = Math.ceil((planned - daySecondOf(ride.day, now)) / 60);
  if (minutes > MOST_MINUTES) return null;
  if (minutes < 1) return { ja: '車は、まもなく着きます。', en: 'The vehicle is about to arrive.' };
  return {
    ja: `車は、あと${minutes}分ほどで着く見込みです。`,
    en: `The vehicle will be there in about ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`,
  };
}

function aboardWords(ride: Ride): SpokenText {
  const to = destination(ride);
  const second = ride.scheduled.dropoff;
  const time = second === null ? null : spokenTime(Math.ceil(second / 60) * 60);
  return {
    ja: `いま、ご乗車中です。${time ? `${to.ja}には、${time.ja}ごろ着く見込みです。` : ''}`,
    en: `You are on board now.${time ? ` You reach ${to.en} at about ${time.en}.` : ''}`,
  };
}

function joined(...parts: readonly (SpokenText | null)[]): SpokenText {
  const said = parts.flatMap((part) => (part === null || part.ja === '' ? [] : [part]));
  return { ja: said.map(({ ja }) => ja).join(''), en: said.map(({ en }) => en).join(' ') };
}

/** A usual ride as one says it: `あす、午前9時30分までに着くように、お宅から坂下厚生病院まで`. */
export function usualWords(usual: UsualRide, now: EpochMs): SpokenText {
  const day = spokenNearDay(usual.day, serviceDayOf(now));
  const time = spokenTime(usual.requested.second);
  const isArrival = usual.requested.kind === 'arriveBy';
  const [from, to] = [endName(usual.from.kind, usual.fromName), endName(usual.to.kind, usual.toName)];
  return {
    ja: `${day.ja}、${time.ja}${isArrival ? 'までに着くように' : 'からあと'}、${from.ja}から${to.ja}まで`,
    en: `${day.en}, ${isArrival ? 'to be there by' : 'leaving after'} ${time.en}, from ${from.en} to ${to.en}`,
  };
}

function endName(kind: UsualRide['from']['kind'], name: string): SpokenText {
  return kind === 'home' ? { ja: 'お宅', en: 'your home' } : { ja: name, en: name };
}
