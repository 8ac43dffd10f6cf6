import type { Person } from '../../backend/domain/person/person.ts';
import { pickOne, type Random, randomInteger, WeightedChoice } from '../seededRandom.ts';
import { apportion } from './apportion.ts';
import { createHomeDraw, type HomeRegion } from './homes.ts';
import { COHORTS, HOUSE_NAMES, LOCAL_SURNAMES, type Name, SURNAMES } from './names.ts';
import { drawNeeds } from './needsByAge.ts';
import { createPhoneDraw } from './phoneNumbers.ts';

/** How many people, and when. */
export interface PeopleWish {
  readonly count: number;
  /** Ages are counted from this year. */
  readonly year: number;
}

/** Of those who ride, so many are under 65. */
const YOUNGER_SHARE = 0.08;
const HOUSE_NAME_SHARE = 0.18;

/**
 * Invents households and riders for a region, in proportion to its municipalities' over-65 population. The same region,
 * wish and stream of numbers give the same people.
 */
export function generatePeople(region: HomeRegion, wish: PeopleWish, random: Random): readonly Person[] {
  const drawHome = createHomeDraw(region);
  const drawPhone = createPhoneDraw(random);
  const counts = apportion(
    wish.count,
    region.municipalities.map(({ municipality }) => municipality.over65),
  );
  const people: Person[] = [];
  for (const [index, { municipality }] of region.municipalities.entries()) {
    const surnames = surnameChoice(municipality.code);
    const end = people.length + counts[index]!;
    while (people.length < end) {
      const home = drawHome(random, municipality.code);
      if (!home) break;
      const household = {
        householdId: `household-${people.length + 1}`,
        family: surnames.pick(random),
        municipality: municipality.code,
        hamlet: home.hamlet,
        houseName: random() < HOUSE_NAME_SHARE ? pickOne(random, HOUSE_NAMES) : null,
        phone: drawPhone(municipality.code),
        home: home.coordinates,
      };
      const size = Math.min(householdSize(random), end - people.length);
      people.push(...drawMembers(household, size, people.length, wish.year, random));
    }
  }
  return people;
}

interface Household {
  readonly householdId: string;
  readonly family: Name;
  readonly municipality: string;
  readonly hamlet: string;
  readonly houseName: string | null;
  readonly phone: string;
  readonly home: Person['home'];
}

/** Riders of one household: one alone, a couple, or a couple with somebody of another generation. */
function drawMembers(
  household: Household,
  size: number,
  firstIndex: number,
  year: number,
  random: Random,
): readonly Person[] {
  const { family, ...common } = household;
  const isYoung = size === 1 && random() < YOUNGER_SHARE;
  const eldest = isYoung ? randomInteger(random, 13, 64) : randomInteger(random, 65, 79) + age80s(random);
  const firstIsWoman = random() < 0.6;
  return Array.from({ length: size }, (_, position) => {
    const age = ageInHousehold(random, eldest, position);
    const birthYear = year - age;
    const given = drawGivenName(random, birthYear, position % 2 === 0 ? firstIsWoman : !firstIsWoman);
    return {
      id: `person-${String(firstIndex + position + 1).padStart(5, '0')}`,
      ...common,
      familyName: family.text,
      familyKana: family.kana,
      givenName: given.text,
      givenKana: given.kana,
      birthYear,
      ...drawNeeds(random, age),
      careLevel: null,
      certificates: [],
      clinicId: null,
      houseKana: null,
      otherPhones: [],
      consentOn: null,
      revision: 1,
    };
  });
}

/** Two in five of those who ride are over 80. */
const age80s = (random: Random): number => (random() < 0.4 ? randomInteger(random, 4, 16) : 0);

function ageInHousehold(random: Random, eldest: number, position: number): number {
  if (position === 0) return eldest;
  if (position === 1) return Math.max(20, eldest - randomInteger(random, 0, 6));
  return Math.max(6, eldest - randomInteger(random, 24, 33));
}

function householdSize(random: Random): number {
  const roll = random();
  return roll < 0.42 ? 1 : roll < 0.9 ? 2 : 3;
}

function drawGivenName(random: Random, birthYear: number, isWoman: boolean): Name {
  const cohort = COHORTS.findLast((candidate) => candidate.from <= birthYear) ?? COHORTS[0]!;
  return pickOne(random, isWoman ? cohort.women : cohort.men);
}

/** Common surnames by rank (each a little rarer than the one before), local ones often. */
function surnameChoice(municipality: string): WeightedChoice<WeightedName> {
  return new WeightedChoice(
    [
      ...SURNAMES.map((name, rank) => ({ ...name, weight: 1 / (rank + 3) })),
      ...(LOCAL_SURNAMES[municipality] ?? []).map((name) => ({ ...name, weight: 0.25 })),
    ],
    (name) => name.weight,
  );
}

interface WeightedName extends Name {
  readonly weight: number;
}
