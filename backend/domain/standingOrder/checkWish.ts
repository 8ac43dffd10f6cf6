import type { Rejection } from '../rejection/rejection.ts';
import { isServiceDay } from '../units/time.ts';
import type { DayException, StandingWish } from './standingOrder.ts';

/** What is wrong with a series, at its field; undefined when it can be kept. */
export function checkWish(wish: StandingWish): Rejection | undefined {
  const { recurrence, pauses, holidayRule, moveToWeekday, outbound, homeward } = wish;
  if (recurrence.weekdays.length === 0) return { code: 'noWeekdayChosen', field: 'weekdays' };
  if (!isServiceDay(recurrence.startDay)) return { code: 'malformedInput', field: 'startDay' };
  if (recurrence.endDay !== null && recurrence.endDay < recurrence.startDay) {
    return { code: 'endsBeforeItBegins', field: 'endDay' };
  }
  if (pauses.some(({ from, to }) => to < from)) return { code: 'endsBeforeItBegins', field: 'pauses' };
  if (holidayRule === 'move' && moveToWeekday === null) {
    return { code: 'noWeekdayChosen', field: 'moveToWeekday' };
  }
  if (homeward !== null && homeward.second <= outbound.second) {
    return { code: 'homewardTooEarly', field: 'homeward' };
  }
  return undefined;
}

/** What is wrong with the times of single dates, beside the series they belong to; undefined when they can be kept. */
export function checkExceptions(
  wish: Pick<StandingWish, 'outbound' | 'homeward'>,
  exceptions: readonly DayException[],
): Rejection | undefined {
  const crossing = exceptions.find(({ kind, outbound = wish.outbound, homeward = wish.homeward }) => {
    return kind !== 'skip' && homeward !== null && homeward.second <= outbound.second;
  });
  if (!crossing) return undefined;
  return { code: 'exceptionHomeTooEarly', field: 'exception.homeward', details: { day: crossing.day } };
}
