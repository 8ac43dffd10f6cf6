import type { Need } from '../person/person.ts';
import type { PlaceSaid } from '../ride/requestInput.ts';
import type { Channel, RequestedTime } from '../ride/ride.ts';
import type { EpochMs, ServiceDay } from '../units/time.ts';

/** What happens on a public holiday, chosen for each order: no ride, a ride as usual, or a ride on another weekday. */
export const HOLIDAY_RULES = ['skip', 'ride', 'move'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** The way there, and the way home. */
export const LEGS = ['outbound', 'homeward'] as const;
export type Leg = (typeof LEGS)[number];

/** On which days a series falls, before holidays, pauses and exceptions. */
export interface Recurrence {
  /** 0 = Sunday … 6 = Saturday; at least one. */
  readonly weekdays: readonly number[];
  /** Every n-th week, counted from the week of `startDay`; weeks begin on Monday. */
  readonly everyWeeks: number;
  readonly startDay: ServiceDay;
  readonly endDay: ServiceDay | null;
}

/** Days without rides, both ends included: a stay in hospital, a visit to the children. */
export interface Pause {
  readonly from: ServiceDay;
  readonly to: ServiceDay;
}

/**
 * What is different on a date. `skip`: no ride; `ride`: a ride whatever pauses and holidays say, also on a date that the
 * series does not have; `times`: other times, and pauses and holidays as for every date.
 */
export const EXCEPTION_KINDS = ['skip', 'ride', 'times'] as const;

/** One date that is not as the series says. It survives every change of the series. */
export interface DayException {
  readonly day: ServiceDay;
  readonly kind: (typeof EXCEPTION_KINDS)[number];
  /** Other times on this date; absent: as usual. */
  readonly outbound?: RequestedTime;
  /** `null`: no way home on this date. */
  readonly homeward?: RequestedTime | null;
}

/** What an operator may change about a series. */
export interface StandingWish {
  readonly from: PlaceSaid;
  readonly to: PlaceSaid;
  /** Both ends as shown in lists; null: the rider's home. */
  readonly fromName: string | null;
  readonly toName: string | null;
  readonly recurrence: Recurrence;
  readonly pauses: readonly Pause[];
  readonly holidayRule: HolidayRule;
  /** With `move`: the weekday of the same week on which it rides instead. */
  readonly moveToWeekday: number | null;
  readonly outbound: RequestedTime;
  /** The ride home on the same day; null: no ride home. */
  readonly homeward: RequestedTime | null;
  readonly companions: number;
  readonly attendants: number;
  readonly children: number;
  readonly luggage: number;
  readonly needs: readonly Need[];
  readonly note: string | null;
}

/** A recurring template that yields requests. Personal data, like the rides it makes. */
export interface StandingOrder extends StandingWish {
  readonly id: string;
  /** Counts changes; a writer names the revision it read. */
  readonly revision: number;
  readonly personId: string;
  readonly municipality: string;
  readonly channel: Channel;
  readonly exceptions: readonly DayException[];
  readonly state: 'active' | 'ended';
  readonly changedAt: EpochMs;
}
