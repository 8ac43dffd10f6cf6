import type { Person } from '../person/person.ts';
import type { RidePlace } from '../place/place.ts';
import type { Rejection } from '../rejection/rejection.ts';
import type { RequestedTime, RuleOverride } from '../ride/ride.ts';
import {
  addDays,
  clockText,
  type EpochMs,
  momentOf,
  type ServiceDay,
  serviceDayOf,
  weekdayOf,
} from '../units/time.ts';
import { checkEligibility } from './checkEligibility.ts';
import { closedOn } from './closedOn.ts';
import type { ServiceRules } from './service.ts';

/** What the rules of a service are asked about a request. */
export interface ServiceQuestion {
  readonly person: Person;
  readonly from: RidePlace;
  readonly to: RidePlace;
  readonly day: ServiceDay;
  readonly requested: RequestedTime;
  readonly now: EpochMs;
  /** The rider rings when ready, and comes then: nothing has to be asked long before. */
  readonly isWillCall?: boolean;
  /** The rule of eligibility that is set aside for this ride. */
  readonly override?: RuleOverride | null;
}

/** The rules in the order in which an operator would explain them; the first that says no is the answer. */
const CHECKS = [checkArea, checkDay, checkHours, checkHorizon, checkNotice, checkEligibility] as const;

/** Why a service cannot take a request; undefined when its rules allow it. Says nothing about vehicles. */
export function checkService(rules: ServiceRules, question: ServiceQuestion): Rejection | undefined {
  for (const check of CHECKS) {
    const rejection = check(rules, question);
    if (rejection) return rejection;
  }
  return undefined;
}

/** Why a service does not go between two places; undefined when it does. */
export function checkArea(
  rules: ServiceRules,
  { from, to }: Pick<ServiceQuestion, 'from' | 'to'>,
): Rejection | undefined {
  for (const [field, place] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const isServed =
      rules.municipalities.includes(place.municipality) || rules.outsidePoints.includes(place.id);
    if (!isServed) return { code: 'outsideServiceArea', field };
  }
  // A point across the border is a place to go to or come home from, not one half of a ride elsewhere.
  const isAtHome = [from, to].some((place) => rules.municipalities.includes(place.municipality));
  return isAtHome ? undefined : { code: 'outsideServiceArea', field: 'from' };
}

function checkDay(rules: ServiceRules, { day }: ServiceQuestion): Rejection | undefined {
  return closedOn(rules, day) ? { code: 'closedDay', field: 'time' } : undefined;
}

function checkHours(rules: ServiceRules, { day, requested }: ServiceQuestion): Rejection | undefined {
  const hours = rules.hours[weekdayOf(day)] ?? [];
  const isOpen = hours.some(
    ({ earliest, latest }) => earliest <= requested.second && requested.second <= latest,
  );
  const [first] = hours;
  if (isOpen || !first) return undefined;
  const last = hours.at(-1) ?? first;
  const details = { from: clockText(first.earliest), to: clockText(last.latest) };
  return { code: 'outsideServiceHours', field: 'time', details };
}

function checkHorizon(rules: ServiceRules, { day, now }: ServiceQuestion): Rejection | undefined {
  const { horizonDays } = rules.booking;
  if (day <= addDays(serviceDayOf(now), horizonDays)) return undefined;
  return { code: 'tooEarlyToBook', field: 'time', details: { days: horizonDays } };
}

function checkNotice(rules: ServiceRules, question: ServiceQuestion): Rejection | undefined {
  const { day, requested, now, isWillCall } = question;
  if (isWillCall) return undefined;
  const { noticeSeconds, firstRunsUntil, cutoffSecond } = rules.booking;
  const earliest = now + noticeSeconds * 1000;
  const details = { until: clockText(Math.max(0, Math.ceil((earliest - momentOf(day, 0)) / 60_000) * 60)) };
  if (momentOf(day, requested.second) < earliest) return { code: 'tooLateToBook', field: 'time', details };
  if (firstRunsUntil === null || cutoffSecond === null || requested.second >= firstRunsUntil)
    return undefined;
  if (now <= momentOf(cutoffDay(rules, day), cutoffSecond)) return undefined;
  return { code: 'tooLateToBook', field: 'time', details: { until: clockText(firstRunsUntil) } };
}

/** No service rests longer than this over a holiday. */
const LONGEST_REST_DAYS = 14;

/** The day on which one can last book the first runs of a day. */
function cutoffDay(rules: ServiceRules, day: ServiceDay): ServiceDay {
  if (!rules.booking.cutoffOnServiceDays) return addDays(day, -1);
  for (let ago = 1; ago <= LONGEST_REST_DAYS; ago++) {
    const before = addDays(day, -ago);
    if (!closedOn(rules, before)) return before;
  }
  return addDays(day, -1);
}
