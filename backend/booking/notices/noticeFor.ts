import type { ContactWish } from '../../domain/callBack/contactWish.ts';
import { afterQuietHours, chooseNotice } from '../../domain/notice/chooseNotice.ts';
import { isOfPromise, type KeptNotice, type NoticeReason } from '../../domain/notice/notice.ts';
import type { Person } from '../../domain/person/person.ts';
import { type Ride, standingPromise } from '../../domain/ride/ride.ts';
import { spokenPlace } from '../../domain/ride/spokenPlace.ts';
import { spokenTime } from '../../domain/units/spokenTime.ts';
import { type EpochMs, momentOf } from '../../domain/units/time.ts';

/** A ride with whoever is told of it. */
export interface Addressee {
  readonly ride: Ride;
  readonly person: Person;
  readonly wish: ContactWish;
}

/**
 * The id says what it is about: written down twice it is one. None where it would come after the pickup.
 * @param timesRestored how often the ride's promise has been given back: a time told again after that is another notice
 */
export function noticeFor(
  { ride, person, wish }: Addressee,
  reason: NoticeReason,
  now: EpochMs,
  timesRestored = 0,
): KeptNotice[] | undefined {
  const to = chooseNotice(wish, person.phone);
  const pickup = ride.scheduled.pickup ?? standingPromise(ride)?.pickup.earliest;
  const sendAt = afterQuietHours(now);
  if (!to || pickup === undefined || sendAt >= momentOf(ride.day, pickup)) return undefined;
  const about = [...(isOfPromise(reason) ? [pickup] : []), ...(timesRestored > 0 ? [timesRestored] : [])];
  return [
    {
      id: ['notice', reason, ride.id, ...about].join(':'),
      personId: person.id,
      municipality: person.municipality,
      rideId: ride.id,
      reason,
      to,
      text: noticeText(ride, reason, pickup),
      state: 'waiting',
      createdAt: now,
      sendAt,
      settledAt: null,
      failure: null,
    },
  ];
}

function noticeText(ride: Ride, reason: NoticeReason, pickup: number): string {
  const [, month, date] = ride.day.split('-').map(Number);
  const place = spokenPlace(ride.from).ja;
  const when = `${month}月${date}日 ${spokenTime(pickup).ja}ごろ`;
  if (reason === 'eveningBefore') return `あいのりです。${when}、${place}へお迎えにまいります。`;
  if (reason === 'changed')
    return `あいのりです。ご予約を変えました。${when}、${place}へお迎えにまいります。`;
  if (reason === 'promiseRestored')
    return `あいのりです。お迎えが前のお約束の時刻に戻りました。たびたび申し訳ありません。${when}、${place}へまいります。`;
  return `あいのりです。お迎えの時刻が変わります。申し訳ありません。${when}、${place}へまいります。`;
}
