import type { ContactWish } from '../callBack/contactWish.ts';
import { DAY_SECONDS, daySecondOf, type EpochMs, momentOf, serviceDayOf } from '../units/time.ts';
import type { NoticeAddress } from './notice.ts';
import { findMobileNumber, findTelephoneNumber } from './telephone.ts';

/** No machine rings or writes before eight and after nine in the evening. */
const QUIET = { ends: 8 * 3600, begins: 21 * 3600 };

/**
 * The way in which somebody may be told by a machine, by consent and by what their number can do: a text message only
 * to a mobile telephone. Undefined: a person has to ring.
 */
export function chooseNotice(wish: ContactWish, phone: string): NoticeAddress | undefined {
  const mobile = wish.sms ? findMobileNumber(phone) : undefined;
  if (mobile) return { kind: 'sms', address: mobile };
  if (wish.email !== null) return { kind: 'email', address: wish.email };
  const number = wish.voice ? findTelephoneNumber(phone) : undefined;
  return number && { kind: 'voice', address: number };
}

/** The first moment from `now` on outside the quiet hours. */
export function afterQuietHours(now: EpochMs): EpochMs {
  const day = serviceDayOf(now);
  const second = daySecondOf(day, now);
  if (second < QUIET.ends) return momentOf(day, QUIET.ends);
  return second < QUIET.begins ? now : momentOf(day, DAY_SECONDS + QUIET.ends);
}
