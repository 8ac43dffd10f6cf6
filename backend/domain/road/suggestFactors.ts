import type { EpochMs } from '../units/time.ts';
import { countLegs, quantile } from './countedLegs.ts';
import { isSameGroup } from './decideSuggestion.ts';
import { groupLegs } from './legGroups.ts';
import type { PerformedLeg } from './performedLeg.ts';
import type { RoadSuggestion } from './roadSuggestion.ts';

/** Fewer legs say nothing. */
const LEAST_LEGS = 20;
/** A factor is never farther from the network's speed than this. */
const SLOWEST_FACTOR = 0.5;
const QUICKEST_FACTOR = 1.25;
/** A smaller difference from what is in force, or was refused, is not worth a question. */
const LEAST_CHANGE = 0.03;

/**
 * The suggestions that performed legs speak for, as they are to be stored: new ones, and open ones with new figures.
 * For each kind of road, season and part of the day the median of performed ÷ road time counts, where there are enough
 * legs and the 95 % interval of the median (by order statistics) does not hold what is in force already.
 * @param newId makes an id for a new suggestion
 */
export function suggestFactors(
  legs: readonly PerformedLeg[],
  suggestions: readonly RoadSuggestion[],
  now: EpochMs,
  newId: () => string,
): RoadSuggestion[] {
  return groupLegs(countLegs(legs).legs).flatMap(({ roadClass, season, hours, legs: ofGroup }) => {
    if (roadClass === null) return [];
    const group = { roadClass, season, hours };
    const found = factorOf(ofGroup);
    const ofSame = suggestions.filter((each) => isSameGroup(each, group));
    const inForce = ofSame.find(({ standing }) => standing === 'accepted')?.factor ?? 1;
    const open = ofSame.find(({ standing }) => standing === 'open');
    if (!found || !speaksAgainst(found, inForce)) return [];
    const isAnswered = ofSame.some(
      ({ standing, factor }) =>
        (standing === 'refused' || standing === 'withdrawn') && isAlike(factor, found.factor),
    );
    if (isAnswered || (open && open.factor === found.factor && open.legs === ofGroup.length)) return [];
    const days = ofGroup.map(({ day }) => day).sort();
    const nobody = {
      standing: 'open',
      decidedBy: null,
      decidedAt: null,
      holdsFrom: null,
      holdsTo: null,
    } as const;
    const facts = {
      factor: found.factor,
      legs: ofGroup.length,
      firstDay: days[0]!,
      lastDay: days.at(-1)!,
      madeAt: open?.madeAt ?? now,
    };
    return [{ id: open?.id ?? newId(), ...group, ...facts, ...nobody }];
  });
}

interface FoundFactor {
  readonly factor: number;
  /** Factors between which the true one lies, most likely. */
  readonly low: number;
  readonly high: number;
}

function factorOf(legs: readonly PerformedLeg[]): FoundFactor | undefined {
  if (legs.length < LEAST_LEGS) return undefined;
  const ratios = legs
    .map(({ performedSeconds, roadSeconds }) => performedSeconds / roadSeconds)
    .sort((a, b) => a - b);
  // Ranks of the median's 95 % interval: n/2 ± 1.96 √n / 2 (Conover 1999, quantile test).
  const reach = 0.98 * Math.sqrt(ratios.length);
  const lower = ratios[Math.max(0, Math.floor(ratios.length / 2 - reach))]!;
  const upper = ratios[Math.min(ratios.length - 1, Math.ceil(ratios.length / 2 + reach))]!;
  const within = (factor: number) => Math.min(QUICKEST_FACTOR, Math.max(SLOWEST_FACTOR, factor));
  const factor = Math.round(100 * within(1 / quantile(ratios, 0.5))) / 100;
  return { factor, low: 1 / upper, high: 1 / lower };
}

function speaksAgainst({ factor, low, high }: FoundFactor, inForce: number): boolean {
  return !isAlike(factor, inForce) && (inForce < low || inForce > high);
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a / b - 1) < LEAST_CHANGE;
}
