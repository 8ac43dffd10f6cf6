import { mainClassOf, type PerformedLeg } from './performedLeg.ts';
import type { RoadClass } from './roadClass.ts';
import {
  type LearningHours,
  type LearningSeason,
  learningHoursOf,
  learningSeasonOf,
} from './roadSuggestion.ts';

/** Legs that are compared with each other. */
export interface LegGroup {
  /** null: legs of which no kind of road makes up half. */
  readonly roadClass: RoadClass | null;
  readonly season: LearningSeason;
  readonly hours: LearningHours;
  readonly legs: readonly PerformedLeg[];
}

/** Legs by kind of road, season and part of the day. */
export function groupLegs(legs: readonly PerformedLeg[]): LegGroup[] {
  const groups = new Map<string, LegGroup & { readonly legs: PerformedLeg[] }>();
  for (const leg of legs) {
    const roadClass = mainClassOf(leg.shares);
    const season = learningSeasonOf(leg.day);
    const hours = learningHoursOf(leg.departure);
    const key = `${roadClass} ${season} ${hours}`;
    const group = groups.get(key) ?? { roadClass, season, hours, legs: [] };
    group.legs.push(leg);
    groups.set(key, group);
  }
  return [...groups.values()];
}
