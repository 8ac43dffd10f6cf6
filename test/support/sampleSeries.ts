import type { StandingCalendar } from '../../backend/domain/standingOrder/expandSeries.ts';
import type { StandingOrder, StandingWish } from '../../backend/domain/standingOrder/standingOrder.ts';
import { VALLEY_DAY } from './smallValley.ts';

/** Dialysis on Monday, Wednesday and Friday from A to D at nine and home at noon, unless stated otherwise. */
export function sampleWish(given: Partial<StandingWish> = {}): StandingWish {
  return {
    from: { kind: 'boardingPoint', id: 'A' },
    to: { kind: 'boardingPoint', id: 'D' },
    fromName: 'A集会所',
    toName: 'D集会所',
    recurrence: { weekdays: [1, 3, 5], everyWeeks: 1, startDay: VALLEY_DAY, endDay: null },
    pauses: [],
    holidayRule: 'skip',
    moveToWeekday: null,
    outbound: { kind: 'arriveBy', second: 9 * 3600 },
    homeward: { kind: 'departAfter', second: 12 * 3600 },
    companions: 0,
    attendants: 0,
    children: 0,
    luggage: 0,
    needs: [],
    note: null,
    ...given,
  };
}

/** The same as a kept order. */
export function sampleOrder(given: Partial<StandingOrder> = {}): StandingOrder {
  return {
    ...sampleWish(),
    id: 'standing-1',
    revision: 1,
    personId: 'person-1',
    municipality: '07421',
    channel: 'phone',
    exceptions: [],
    state: 'active',
    changedAt: 0,
    ...given,
  };
}

/** A calendar with these holidays and closed days. */
export function calendarWith(holidays: readonly string[], closed: readonly string[] = []): StandingCalendar {
  return {
    holiday: (day) => (holidays.includes(day) ? { ja: '祝日', en: 'Holiday' } : undefined),
    closed: (day) => (closed.includes(day) ? { ja: 'お盆', en: 'Obon' } : undefined),
  };
}
