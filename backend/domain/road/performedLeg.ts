import type { DaySecond, ServiceDay } from '../units/time.ts';
import { ROAD_CLASSES, type RoadClass } from './roadClass.ts';
import type { LearnedRule } from './roadState.ts';

/** Shares of a leg's driving time by kind of road; together at most 1. */
export type ClassShares = Readonly<Partial<Record<RoadClass, number>>>;

/** A drive from one stop to the next as the driver reported it, and as the roads would have had it. No places, no names. */
export interface PerformedLeg {
  /** The stop it led to. */
  readonly id: string;
  readonly day: ServiceDay;
  readonly departure: DaySecond;
  readonly performedSeconds: number;
  /** On the roads of that hour, closures and snow included, learned factors left out. */
  readonly roadSeconds: number;
  /** With the learned factors that were in force. */
  readonly plannedSeconds: number;
  readonly shares: ClassShares;
}

/** Driving time with learned factors, where it would take so long without. */
export function learnedSeconds(
  roadSeconds: number,
  shares: ClassShares,
  learned: readonly LearnedRule[],
): number {
  const factorOf = (roadClass: RoadClass) =>
    learned.reduce((factor, rule) => (rule.roadClass === roadClass ? factor * rule.factor : factor), 1);
  const known = ROAD_CLASSES.map((roadClass) => ({
    share: shares[roadClass] ?? 0,
    factor: factorOf(roadClass),
  }));
  const unknown = 1 - known.reduce((sum, { share }) => sum + share, 0);
  return roadSeconds * known.reduce((sum, { share, factor }) => sum + share / factor, unknown);
}

/** The kind of road that makes up at least half of a leg; null where none does. */
export function mainClassOf(shares: ClassShares): RoadClass | null {
  return ROAD_CLASSES.find((roadClass) => (shares[roadClass] ?? 0) >= 0.5) ?? null;
}
