import { readDay } from './readDay.ts';
import { readTime } from './readTime.ts';

export type TimeKind = 'arriveBy' | 'departAfter';

/** One date with its time, as asked for. */
export interface AskedMoment {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM`, up to 27 hours. */
  readonly at: string;
}

export type WhenProblem = 'timeMissing' | 'timeUnreadable' | 'noSuchDay' | 'tooManyDates';

/** What was typed into "when": one or several dates, and whether the words say arriving or leaving. */
export interface WhenReading {
  readonly moments: readonly AskedMoment[];
  /** Null: the words do not say. */
  readonly kind: TimeKind | null;
  readonly hasDay: boolean;
}

/** More dates than this are a standing order. */
export const MOST_DATES = 12;

const ARRIVE = /(?:の?予約|までに?|には|に?着きたい|に?着く|着|by)/g;
const LEAVE = /(?:から|以降|いこう|過ぎ|すぎ|より後|のあと|の後|に?出発|に?出る|に?出たい|発|after|from)/g;

/**
 * Reads a day and a time as people say them: `10`, `1030`, `10時半`, `あす10時`, `金曜10時から`, and several at once:
 * `火・金10時`, `28日10時、12/5 9時半`. A time without a day belongs to the day before it or to `usualDay`; a day without
 * a time shares the time after it, else the one before it. Leaving must be said; `10時の予約` is arriving.
 */
export function readWhen(text: string, today: string, usualDay: string): WhenReading | WhenProblem {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  if (plain === '') return 'timeMissing';
  const kind = kindOf(plain);
  const parts = withoutKind(plain)
    .split(/[、,，と;・]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => readPart(part, today));
  const problem = read.find((part) => typeof part === 'string');
  if (problem !== undefined) return problem;
  const moments = combine(read as readonly Part[], usualDay);
  if (typeof moments === 'string') return moments;
  if (moments.length > MOST_DATES) return 'tooManyDates';
  return { moments, kind, hasDay: (read as readonly Part[]).some((part) => part.day !== null) };
}

/** The text without its words for arriving or leaving. */
export function withoutKind(text: string): string {
  return text.replaceAll(LEAVE, '').replaceAll(ARRIVE, '');
}

function kindOf(text: string): TimeKind | null {
  if (text.search(LEAVE) >= 0) return 'departAfter';
  return text.search(ARRIVE) >= 0 ? 'arriveBy' : null;
}

interface Part {
  readonly day: string | null;
  readonly at: string | null;
}

function readPart(text: string, today: string): Part | WhenProblem {
  const day = readDay(text, today);
  if (day === 'noSuchDay') return day;
  const rest = day ? day.rest : text;
  if (rest === '') return { day: day?.day ?? null, at: null };
  const at = readTime(rest.replace(/に$/, ''));
  return at === null ? 'timeUnreadable' : { day: day?.day ?? null, at };
}

function combine(parts: readonly Part[], usualDay: string): readonly AskedMoment[] | WhenProblem {
  const moments = new Map<string, AskedMoment>();
  let day = usualDay;
  for (const [index, part] of parts.entries()) {
    day = part.day ?? day;
    const at = part.at ?? timeNear(parts, index);
    if (at === null) return 'timeMissing';
    moments.set(`${day} ${at}`, { day, at });
  }
  if (moments.size === 0) return 'timeMissing';
  return [...moments.values()].sort((a, b) => (a.day + a.at < b.day + b.at ? -1 : 1));
}

/** The time said after a day without one (`火・金10時`), else the one before it. */
function timeNear(parts: readonly Part[], index: number): string | null {
  const after = parts.slice(index).find((part) => part.at !== null);
  const before = parts.slice(0, index).findLast((part) => part.at !== null);
  return (after ?? before)?.at ?? null;
}
