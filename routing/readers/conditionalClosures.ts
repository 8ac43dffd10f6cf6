import type { Tags } from '../costing/carProfile.ts';
import { ACCESS_KEYS, RURAL_ACCESS } from '../costing/carTags.ts';

/** A road that its tags close at times. A hint for whoever enters closures: tags of passes are seldom up to date. */
export interface ConditionalClosure {
  readonly ref: string;
  readonly name: string;
  /** As tagged: `Dec-Mar`, `22:00-05:00`. */
  readonly condition: string;
  /** The days of the year (`MM-DD`, both included), where the condition says nothing but these. */
  readonly yearly: { readonly from: string; readonly to: string } | null;
  /** How many ways of that name say so. */
  readonly ways: number;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEARLY = /^([A-Z][a-z]{2})(?: (\d{1,2}))?\s*-\s*([A-Z][a-z]{2})(?: (\d{1,2}))?$/;

/** When a way is closed to cars by `motor_vehicle:conditional=no @ (Dec-Mar)` and its like; empty where never. */
export function closedConditions(tags: Tags): string[] {
  const said = ACCESS_KEYS.map((key) => tags[`${key}:conditional`]).find((value) => value !== undefined);
  const rules = (said ?? '').match(/[^;()]+(\([^)]*\))?/g) ?? [];
  return rules.flatMap((rule) => {
    const [, value, condition] = /^\s*(\S+)\s*@\s*\(?([^)]+)\)?\s*$/.exec(rule) ?? [];
    const isClosed = value !== undefined && RURAL_ACCESS.closed.has(value);
    return isClosed && condition !== undefined ? [condition.trim()] : [];
  });
}

/** The days of the year of a condition that names months, with or without days; null where it says anything else. */
export function yearlyOf(condition: string): ConditionalClosure['yearly'] {
  const [, fromName = '', fromDay, toName = '', toDay] = YEARLY.exec(condition) ?? [];
  const [from, to] = [MONTHS.indexOf(fromName), MONTHS.indexOf(toName)];
  if (from < 0 || to < 0) return null;
  const text = (month: number, day: number) =>
    `${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { from: text(from, Number(fromDay ?? 1)), to: text(to, Number(toDay ?? LAST_DAYS[to])) };
}

/** Gathers what the ways say, road by road. */
export class ConditionalClosures {
  readonly #found = new Map<string, ConditionalClosure>();

  add(tags: Tags): void {
    const { ref = '', name = '' } = tags;
    for (const condition of closedConditions(tags)) {
      const key = `${ref}\n${name}\n${condition}`;
      const ways = (this.#found.get(key)?.ways ?? 0) + 1;
      this.#found.set(key, { ref, name, condition, yearly: yearlyOf(condition), ways });
    }
  }

  list(): ConditionalClosure[] {
    return [...this.#found.values()];
  }
}
