import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type RoadSeason, type SpeedRule, seasonSpans } from '../../domain/road/roadSeason.ts';
import type { RoadTimes } from '../../domain/road/roadTimes.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { type EpochMs, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import { daysFrom } from './closureEntry.ts';

/** A season as somebody enters it: well formed, not yet judged. */
export interface SeasonEntry extends SpeedRule {
  readonly name: string;
  readonly times: RoadTimes;
  /** May it slow roads that another season slows at the same time? */
  readonly mayOverlap: boolean;
}

/** Does an entry make sense by itself? */
export function judgeSeason(entry: SeasonEntry, now: EpochMs): Outcome<SeasonEntry, Rejection> {
  const { times, aboveMetres, belowMetres } = entry;
  if (aboveMetres !== null && belowMetres !== null && belowMetres <= aboveMetres) {
    return refusal({ code: 'altitudesExchanged', field: 'belowMetres' });
  }
  if (times.to !== null && times.to <= now) return refusal({ code: 'timeInPast', field: 'to' });
  if (times.from !== null && times.to !== null && times.to <= times.from) {
    return refusal({ code: 'windowEndsBeforeItBegins', field: 'to' });
  }
  const holds = seasonDays({ times, endedAt: null }, now).length > 0;
  return holds ? success(entry) : refusal({ code: 'seasonNeverHolds' });
}

/** The days of the year from now, or from its beginning, on which a season holds. */
export function seasonDays(season: Pick<RoadSeason, 'times' | 'endedAt'>, now: EpochMs): ServiceDay[] {
  const first = serviceDayOf(Math.max(now, season.times.from ?? now));
  return daysFrom(first, 366).filter((day) => seasonSpans(season, day).length > 0);
}
