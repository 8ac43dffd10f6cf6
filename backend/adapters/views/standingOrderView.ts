import type { MadeLeg, SeriesDate } from '../../booking/index.ts';
import type {
  DayExceptionInput,
  SeriesDateView,
  SeriesTime,
  StandingOrderView,
  StandingWishInput,
} from '../../contract/index.ts';
import { rejectionText } from '../../domain/rejection/rejectionTexts.ts';
import type { PlaceSaid } from '../../domain/ride/requestInput.ts';
import { type RequestedTime, standingPromise } from '../../domain/ride/ride.ts';
import {
  exceptionsFrom,
  type Occurrence,
  type OccurrenceReason,
} from '../../domain/standingOrder/expandSeries.ts';
import type { DayException, StandingOrder, StandingWish } from '../../domain/standingOrder/standingOrder.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { clockText, type ServiceDay } from '../../domain/units/time.ts';

const REASONS: Readonly<Record<OccurrenceReason, SpokenText>> = {
  excepted: { ja: 'この日は休む', en: 'Left out' },
  paused: { ja: 'お休み中', en: 'Paused' },
  closedDay: { ja: '運休', en: 'No service' },
  holiday: { ja: '祝日', en: 'Public holiday' },
  movedOntoOther: { ja: '祝日（その週の別の日に乗る）', en: 'Holiday; rides on another day of that week' },
  nowhereToMove: { ja: '祝日（移せる日がない）', en: 'Holiday; no day to move to' },
  moved: { ja: '祝日のため移した日', en: 'Moved off a holiday' },
  extra: { ja: '足した日', en: 'Added' },
  otherTimes: { ja: 'この日だけ別の時刻', en: 'Other times' },
};

/** A date of a series, with why it is not as usual in words. */
export function seriesDateView(
  { occurrence, made }: SeriesDate,
  exceptions: readonly string[],
): SeriesDateView {
  const { seriesDay, day, rides, reason } = occurrence;
  return {
    seriesDay,
    day,
    rides,
    reason,
    reasonText: reasonText(occurrence),
    isException: exceptions.includes(seriesDay),
    outbound: timeView(occurrence.outbound),
    homeward: occurrence.homeward && timeView(occurrence.homeward),
    made: made.map(madeView),
  };
}

function madeView({ entry, ride, isTouched }: MadeLeg): SeriesDateView['made'][number] {
  return {
    leg: entry.leg,
    state: entry.state,
    reasonText: entry.reason === null ? null : rejectionText({ code: entry.reason }).sentence,
    rideStatus: ride?.status ?? null,
    pickupSecond: ride ? (ride.scheduled.pickup ?? standingPromise(ride)?.pickup.earliest ?? null) : null,
    isTouched,
  };
}

function reasonText({ reason, reasonName }: Occurrence): SpokenText | null {
  if (reason === null) return null;
  const words = REASONS[reason];
  if (!reasonName) return words;
  if (reason === 'closedDay' || reason === 'holiday') {
    return { ja: `${reasonName.ja}（${words.ja}）`, en: `${reasonName.en} (${words.en})` };
  }
  return { ja: `${reasonName.ja}・${words.ja}`, en: `${reasonName.en}. ${words.en}` };
}

/**
 * An order as the desk sees it. Exceptions that are over stay in the order and are not shown.
 * @param dates from `today` on
 */
export function standingOrderView(
  order: StandingOrder,
  dates: readonly SeriesDate[],
  today: ServiceDay,
): StandingOrderView {
  const exceptions = exceptionsFrom(order.exceptions, today);
  const days = exceptions.map(({ day }) => day);
  return {
    id: order.id,
    revision: order.revision,
    personId: order.personId,
    state: order.state,
    wish: wishView(order),
    exceptions: exceptions.map(exceptionView),
    dates: dates.map((date) => seriesDateView(date, days)),
  };
}

function exceptionView({ day, kind, outbound, homeward }: DayException): DayExceptionInput {
  return {
    day,
    kind,
    ...(outbound && { outbound: timeView(outbound) }),
    ...(homeward !== undefined && { homeward: homeward && timeView(homeward) }),
  };
}

function wishView(wish: StandingWish): StandingWishInput {
  const { recurrence, pauses, holidayRule, moveToWeekday, outbound, homeward, needs } = wish;
  const { from, to, fromName, toName, companions, attendants, children, luggage, note } = wish;
  return {
    from,
    to,
    fromName: shownName(from, fromName),
    toName: shownName(to, toName),
    weekdays: [...recurrence.weekdays],
    everyWeeks: recurrence.everyWeeks,
    startDay: recurrence.startDay,
    endDay: recurrence.endDay,
    pauses: pauses.map((pause) => ({ ...pause })),
    holidayRule,
    moveToWeekday,
    outbound: timeView(outbound),
    homeward: homeward && timeView(homeward),
    companions,
    attendants,
    children,
    luggage,
    needs: [...needs],
    note,
  };
}

/** Orders of older releases kept the word for home in the language of the desk that entered them. */
function shownName({ kind }: PlaceSaid, name: string | null): string | null {
  return kind === 'home' ? null : name;
}

function timeView({ kind, second }: RequestedTime): SeriesTime {
  return { kind, at: clockText(second) };
}
