import { type FeedRead, feedReadSchema, idSchema } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { RejectionCode } from '../../domain/rejection/rejection.ts';
import { type EpochMs, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import { isBookableDay } from '../views/bookableDay.ts';
import { isStorableText, parseInput } from './parseInput.ts';

/** The longest search text that makes sense. */
const LONGEST_SEARCH = 100;

/** Is anything searched for? */
export function hasSearchText(query: unknown): boolean {
  return textOf(query, 'q') !== undefined;
}

/** The trimmed text of `?q=`. */
export function searchTextOf(query: unknown): string {
  const text = (textOf(query, 'q') ?? '').trim();
  if (text === '' || text.length > LONGEST_SEARCH || !isStorableText(text)) {
    throw new Refused({ code: 'malformedInput', field: 'q' });
  }
  return text;
}

/** The day of `?day=`, today when there is none. */
export function dayOfQuery(query: unknown, now: EpochMs): ServiceDay {
  const day = textOf(query, 'day');
  return day === undefined ? serviceDayOf(now) : dayOf(day, 'day');
}

/** The day of one parameter; undefined when there is none. */
export function optionalDayOf(query: unknown, name: string): ServiceDay | undefined {
  const day = textOf(query, name);
  return day === undefined ? undefined : dayOf(day, name);
}

/** Is it only asked what would happen (`?check=1`)? */
export function isCheck(query: unknown): boolean {
  return textOf(query, 'check') !== undefined;
}

/** A day as text, refused unless it is a real date of our age. */
export function dayOf(text: string, field: string): ServiceDay {
  if (!isBookableDay(text)) throw new Refused({ code: 'malformedInput', field });
  return text;
}

/** The feed question of the query. */
export function feedReadOf(query: unknown): FeedRead {
  return parseInput(feedReadSchema, query);
}

/** An id from the path; a text that cannot be an id is as unknown as one nobody has. */
export function idOf(text: string | undefined, unknown: RejectionCode): string {
  const parsed = idSchema.safeParse(text);
  if (!parsed.success) throw new Refused({ code: unknown });
  return parsed.data;
}

/** One parameter; the same twice is refused. */
function textOf(query: unknown, name: string): string | undefined {
  const value = (query as Readonly<Record<string, unknown>>)[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new Refused({ code: 'malformedInput', field: name });
}
