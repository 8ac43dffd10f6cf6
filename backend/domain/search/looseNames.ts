import { plainReading } from '../person/normaliseKana.ts';
import type { Person } from '../person/person.ts';
import { typedReading } from '../person/searchKeys.ts';
import type { LooseWay } from './looseWords.ts';
import { namesOneSlipAway, typingDistance } from './typedName.ts';

const ONE_SLIP = 1;
/** Told apart no further: beyond one slip the words decide. */
const FARTHER = 2;

/** Whoever says one name only says the family name: of two equally near it comes first. */
const FAMILY_FIRST = 0.05;

/** A rider who may be meant. */
export interface LooseAnswer {
  readonly person: Person;
  /** As `looseScore` counts. */
  readonly score: number;
  /** Slips between their name and the typed one; 0 where no name alone was typed. */
  readonly distance: number;
  /** Has a ride within `RIDES_WITHIN_DAYS`, or one to come. */
  readonly isRiding: boolean;
}

/** Of those equally near, whoever rides is meant before whoever only stands in the register: most calls are about rides. */
export const RIDES_WITHIN_DAYS = 90;

/** How far a rider is from what was typed, and which names are to be looked for beside those that the index finds near. */
export interface TypedName {
  readonly distanceTo: (person: Person) => number;
  /** Is one of them called so, or one slip away? Then nobody farther is looked for. */
  readonly namesOneOf: (people: readonly Person[]) => boolean;
  /** Every name one slip away; none where no name alone was typed. */
  readonly ways: () => readonly LooseWay[];
}

/** What was typed, as the name of a person. */
export function typedName(text: string): TypedName {
  const reading = typedReading(text);
  if (reading === undefined) return { distanceTo: () => 0, namesOneOf: () => true, ways: () => [] };
  const distanceTo = ({ familyKana, givenKana }: Person) => {
    const [family, given] = [plainReading(familyKana), plainReading(givenKana)];
    const whole = [family + given, given + family].map((name) => typingDistance(reading, name));
    const alone = [typingDistance(reading, family) - FAMILY_FIRST, typingDistance(reading, given)];
    return Math.max(0, Math.min(...whole, ...alone));
  };
  return {
    distanceTo,
    namesOneOf: (people) => people.some((person) => isOneSlipAway(distanceTo(person))),
    ways() {
      const wholes = namesOneSlipAway(reading);
      return wholes.length === 0 ? [] : [[{ wholes, near: [] }]];
    },
  };
}

/** Is it a name that a single slip would make the typed one? */
export function isOneSlipAway(distance: number): boolean {
  return distance <= ONE_SLIP;
}

/** The likeliest first: whoever is one slip away, the nearest of them before all, then by score, then whoever rides. */
export function compareLoose(a: LooseAnswer, b: LooseAnswer): number {
  return (
    rank(a) - rank(b) ||
    b.score - a.score ||
    a.distance - b.distance ||
    Number(b.isRiding) - Number(a.isRiding)
  );
}

function rank({ distance }: LooseAnswer): number {
  return isOneSlipAway(distance) ? distance : FARTHER;
}
