import type { ClosureInput } from '../../backend/contract/index.ts';
import { readTime } from './readTime.ts';

/** When: without bounds, between two moments, or every year between two days. */
export const ROAD_WHENS = ['now', 'span', 'yearly'] as const;
export type RoadWhen = (typeof ROAD_WHENS)[number];

/** When something holds on a road, kept as typed. */
export interface RoadTimesDraft {
  readonly when: RoadWhen;
  /** `YYYY-MM-DD` and a time as typed; an empty last day: until further notice. */
  readonly fromDay: string;
  readonly fromTime: string;
  readonly toDay: string;
  readonly toTime: string;
  /** `MM-DD` as typed, `12-01` or `12/1`. */
  readonly yearlyFrom: string;
  readonly yearlyTo: string;
  readonly hasHours: boolean;
  readonly hoursFrom: string;
  readonly hoursTo: string;
  /** 0 = Sunday; none: every day. */
  readonly weekdays: readonly number[];
}

/** Nothing typed yet. */
export function emptyTimes(today: string, when: RoadWhen): RoadTimesDraft {
  return {
    when,
    fromDay: today,
    fromTime: '',
    toDay: '',
    toTime: '',
    yearlyFrom: '',
    yearlyTo: '',
    hasHours: false,
    hoursFrom: '',
    hoursTo: '',
    weekdays: [],
  };
}

export const ROAD_TIME_FIELDS = ['from', 'to', 'yearly', 'hours'] as const;
export type RoadTimeField = (typeof ROAD_TIME_FIELDS)[number];

export type RoadTimeProblem =
  | 'dayMissing'
  | 'timeUnreadable'
  | 'endsBeforeItBegins'
  | 'yearlyUnreadable'
  | 'hoursUnreadable';

/** What is missing or wrong in the times; empty when they can be sent. */
export function checkTimes(draft: RoadTimesDraft): Partial<Record<RoadTimeField, RoadTimeProblem>> {
  const problems: Partial<Record<RoadTimeField, RoadTimeProblem>> =
    draft.when === 'span' ? checkSpan(draft) : {};
  if (draft.when === 'yearly' && !(readMonthDay(draft.yearlyFrom) && readMonthDay(draft.yearlyTo))) {
    problems.yearly = 'yearlyUnreadable';
  }
  if (draft.hasHours && !(readHour(draft.hoursFrom) && readHour(draft.hoursTo))) {
    problems.hours = 'hoursUnreadable';
  }
  return problems;
}

function checkSpan(draft: RoadTimesDraft): Partial<Record<RoadTimeField, RoadTimeProblem>> {
  const problems: Partial<Record<RoadTimeField, RoadTimeProblem>> = {};
  const from = momentText(draft.fromDay, draft.fromTime, '00:00');
  const to = momentText(draft.toDay, draft.toTime, '24:00');
  if (draft.fromDay === '') problems.from = 'dayMissing';
  else if (from === null) problems.from = 'timeUnreadable';
  if (draft.toDay !== '' && to === null) problems.to = 'timeUnreadable';
  else if (draft.toDay === '' && draft.toTime.trim() !== '') problems.to = 'dayMissing';
  else if (from && to && Date.parse(to) <= Date.parse(from)) problems.to = 'endsBeforeItBegins';
  return problems;
}

/** The times of a draft without problems, as the contract takes them. */
export function timesInputOf(draft: RoadTimesDraft): Pick<ClosureInput, 'from' | 'to' | 'yearly' | 'hours'> {
  const isSpan = draft.when === 'span';
  return {
    from: isSpan ? momentText(draft.fromDay, draft.fromTime, '00:00') : null,
    to: isSpan && draft.toDay !== '' ? momentText(draft.toDay, draft.toTime, '24:00') : null,
    yearly:
      draft.when === 'yearly'
        ? { from: readMonthDay(draft.yearlyFrom)!, to: readMonthDay(draft.yearlyTo)! }
        : null,
    hours: draft.hasHours
      ? {
          from: readHour(draft.hoursFrom)!,
          to: readHour(draft.hoursTo)!,
          weekdays: draft.weekdays.length === 0 ? null : [...draft.weekdays].sort(),
        }
      : null,
  };
}

/** `MM-DD` from `12-01`, `12/1`, `12月1日`; null when it is no day of the year. */
export function readMonthDay(text: string): string | null {
  const read = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (!read) return null;
  const [month, day] = [Number(read[1]), Number(read[2])];
  // A leap year, so that 29 February counts as a day.
  const date = new Date(Date.UTC(2024, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(5, 10);
}

/** `HH:MM` of a day's own hours; null when it is not one. */
export function readHour(text: string): string | null {
  const time = readTime(text);
  return time !== null && time < '24:00' ? time : null;
}

/** ISO 8601 with Japan's offset; `whenEmpty` is the time where none is typed. */
function momentText(day: string, timeText: string, whenEmpty: '00:00' | '24:00'): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = timeText.trim() === '' ? whenEmpty : readTime(timeText);
  if (time === null) return null;
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const start = Date.parse(`${day}T00:00:00+09:00`);
  return new Date(start + (hour * 60 + minute) * 60_000).toISOString();
}
