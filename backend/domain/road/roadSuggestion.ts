import type { EpochMs, ServiceDay } from '../units/time.ts';
import type { RoadClass } from './roadClass.ts';
import type { RoadTimes } from './roadTimes.ts';

/** Parts of the year that drive alike: snow lies from December to March. */
export const LEARNING_SEASONS = {
  winter: { from: '12-01', to: '03-31' },
  spring: { from: '04-01', to: '06-30' },
  summer: { from: '07-01', to: '09-30' },
  autumn: { from: '10-01', to: '11-30' },
} as const satisfies Record<string, NonNullable<RoadTimes['yearly']>>;
export type LearningSeason = keyof typeof LEARNING_SEASONS;

const HOUR = 3600;

/** Parts of the day that drive alike: to work, the day, home again, the dark. */
export const LEARNING_HOURS = {
  early: { from: 0, to: 7 * HOUR },
  morning: { from: 7 * HOUR, to: 9 * HOUR },
  day: { from: 9 * HOUR, to: 16 * HOUR },
  evening: { from: 16 * HOUR, to: 19 * HOUR },
  night: { from: 19 * HOUR, to: 24 * HOUR },
} as const satisfies Record<string, { readonly from: number; readonly to: number }>;
export type LearningHours = keyof typeof LEARNING_HOURS;

/** What legs are compared by. */
export interface LearningGroup {
  readonly roadClass: RoadClass;
  readonly season: LearningSeason;
  readonly hours: LearningHours;
}

export const SUGGESTION_STANDINGS = ['open', 'accepted', 'refused', 'withdrawn', 'replaced'] as const;
/** `withdrawn`: accepted once and taken back. `replaced`: accepted once, and another of its group after it. */
export type SuggestionStanding = (typeof SUGGESTION_STANDINGS)[number];

/** A speed factor that performed legs speak for; it counts only where a dispatcher has accepted it. */
export interface RoadSuggestion extends LearningGroup {
  readonly id: string;
  /** Driven speed as a share of the speed without any learned factor; above 1 where the street is quicker. */
  readonly factor: number;
  /** How many legs speak for it. */
  readonly legs: number;
  /** Days of the first and the last of them. */
  readonly firstDay: ServiceDay;
  readonly lastDay: ServiceDay;
  readonly madeAt: EpochMs;
  readonly standing: SuggestionStanding;
  /** Account id of whoever accepted or refused it last, and when. */
  readonly decidedBy: string | null;
  readonly decidedAt: EpochMs | null;
  /** Counts from here on, once accepted. */
  readonly holdsFrom: EpochMs | null;
  /** Counts no longer from here on: withdrawn or replaced. */
  readonly holdsTo: EpochMs | null;
}

/** When an accepted factor counts; null where it never did. */
export function suggestionTimes(suggestion: RoadSuggestion): RoadTimes | null {
  const { holdsFrom, holdsTo, season, hours } = suggestion;
  if (holdsFrom === null) return null;
  return {
    from: holdsFrom,
    to: holdsTo,
    yearly: LEARNING_SEASONS[season],
    hours: { ...LEARNING_HOURS[hours], weekdays: null },
  };
}

/** The part of the year of a day. */
export function learningSeasonOf(day: ServiceDay): LearningSeason {
  const month = Number(day.slice(5, 7));
  if (month === 12 || month <= 3) return 'winter';
  if (month <= 6) return 'spring';
  return month <= 9 ? 'summer' : 'autumn';
}

/** The part of the day of a second; after midnight is early again. */
export function learningHoursOf(second: number): LearningHours {
  const ofDate = ((second % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR);
  const names = Object.keys(LEARNING_HOURS) as LearningHours[];
  return names.find((name) => ofDate < LEARNING_HOURS[name].to)!;
}
