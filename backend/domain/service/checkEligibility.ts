import { CARE_LEVELS, type Person } from '../person/person.ts';
import type { Rejection } from '../rejection/rejection.ts';
import { isDark } from '../units/sunset.ts';
import type { ServiceDay } from '../units/time.ts';
import type { ServiceQuestion } from './checkService.ts';
import { type EligibilityClause, type EligibilityRule, overridersOf } from './eligibility.ts';
import type { ServiceRules } from './service.ts';
import { spokenClauses, spokenMinimumAge, spokenResidents } from './spokenEligibility.ts';

/** Why a rider may not use a service: the rule in words and who may set it aside; undefined where nothing forbids it. */
export function checkEligibility(rules: ServiceRules, question: ServiceQuestion): Rejection | undefined {
  const { residentsOnly, minimumAge, anyOf = [] } = rules.eligibility;
  const { person, day } = question;
  const isFree = (rule: EligibilityRule) => isSetAside(rules, question, rule);
  if (residentsOnly && !isFree('residentsOnly') && !rules.municipalities.includes(person.municipality)) {
    return refused(rules, 'residentsOnly', spokenResidents());
  }
  if (minimumAge !== null && !isFree('minimumAge') && ageOn(person, day) < minimumAge) {
    return refused(rules, 'minimumAge', spokenMinimumAge(minimumAge), { age: minimumAge });
  }
  if (anyOf.length === 0 || isFree('anyOf') || anyOf.some((clause) => isMet(clause, question))) {
    return undefined;
  }
  // Whoever would be entitled in winter or at night is told just that, not the whole list.
  const bound = anyOf.filter((clause) => isEntitled(clause, question));
  return refused(rules, 'anyOf', spokenClauses(bound.length > 0 ? bound : anyOf));
}

/** Set aside by somebody whose role these rules allow to do so. */
function isSetAside(rules: ServiceRules, { override }: ServiceQuestion, rule: EligibilityRule): boolean {
  if (override?.rule !== rule) return false;
  return override.byRole === null || overridersOf(rules.eligibility).includes(override.byRole);
}

function refused(
  rules: ServiceRules,
  rule: EligibilityRule,
  words: { readonly ja: string; readonly en: string },
  facts: Rejection['details'] = {},
): Rejection {
  const details = { rule, ruleJa: words.ja, ruleEn: words.en, ...facts };
  return { code: 'notEligible', field: 'personId', details, overridableBy: overridersOf(rules.eligibility) };
}

function isMet(clause: EligibilityClause, question: ServiceQuestion): boolean {
  const { season, afterDark } = clause;
  const { day, requested, from } = question;
  if (!isEntitled(clause, question)) return false;
  if (season && !isInSeason(day, season)) return false;
  return !afterDark || isDark(day, requested.second, from.coordinates);
}

/** What the clause asks of the person, whatever the hour and the season. */
function isEntitled(clause: EligibilityClause, { person, day }: ServiceQuestion): boolean {
  const { minimumAge, minimumCareLevel, certificates } = clause;
  if (minimumAge !== undefined && ageOn(person, day) < minimumAge) return false;
  if (minimumCareLevel !== undefined && careRank(person.careLevel) < careRank(minimumCareLevel)) return false;
  return certificates === undefined || certificates.some((one) => person.certificates.includes(one));
}

function careRank(level: Person['careLevel']): number {
  return level === null ? -1 : CARE_LEVELS.indexOf(level);
}

function isInSeason(day: ServiceDay, { from, to }: { from: string; to: string }): boolean {
  const monthDay = day.slice(5);
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

/** Age reached in the year of the day; the birth year is all that is kept. */
export function ageOn(person: Pick<Person, 'birthYear'>, day: ServiceDay): number {
  return Number(day.slice(0, 4)) - person.birthYear;
}
