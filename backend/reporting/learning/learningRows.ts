import { quantile } from '../../domain/road/countedLegs.ts';
import { groupLegs, type LegGroup } from '../../domain/road/legGroups.ts';
import type { PerformedLeg } from '../../domain/road/performedLeg.ts';
import { ROAD_CLASSES } from '../../domain/road/roadClass.ts';
import { LEARNING_HOURS, LEARNING_SEASONS } from '../../domain/road/roadSuggestion.ts';

/** Performed legs against planned ones, for one kind of road, season and part of the day. */
export interface LearningRow extends Pick<LegGroup, 'roadClass' | 'season' | 'hours'> {
  readonly legs: number;
  readonly plannedSeconds: number;
  readonly performedSeconds: number;
  /** Performed ÷ planned: the middle, and the values that a quarter of the legs lies below and above. */
  readonly medianRatio: number;
  readonly lowerRatio: number;
  readonly upperRatio: number;
}

/** Puts legs into rows: heaviest roads first, mixed ones last, then by season and hour. */
export function learningRows(legs: readonly PerformedLeg[]): LearningRow[] {
  return groupLegs(legs).map(rowOf).sort(byRank);
}

function rowOf({ roadClass, season, hours, legs }: LegGroup): LearningRow {
  const ratios = legs.map(({ performedSeconds, plannedSeconds }) => performedSeconds / plannedSeconds);
  const sum = (values: readonly number[]) => Math.round(values.reduce((total, value) => total + value, 0));
  return {
    roadClass,
    season,
    hours,
    legs: legs.length,
    plannedSeconds: sum(legs.map(({ plannedSeconds }) => plannedSeconds)),
    performedSeconds: sum(legs.map(({ performedSeconds }) => performedSeconds)),
    medianRatio: quantile(ratios, 0.5),
    lowerRatio: quantile(ratios, 0.25),
    upperRatio: quantile(ratios, 0.75),
  };
}

function byRank(a: LearningRow, b: LearningRow): number {
  const ranks = ({ roadClass, season, hours }: LearningRow) => [
    roadClass === null ? ROAD_CLASSES.length : ROAD_CLASSES.indexOf(roadClass),
    Object.keys(LEARNING_SEASONS).indexOf(season),
    Object.keys(LEARNING_HOURS).indexOf(hours),
  ];
  const [mine, other] = [ranks(a), ranks(b)];
  return mine.map((rank, i) => rank - other[i]!).find((difference) => difference !== 0) ?? 0;
}
