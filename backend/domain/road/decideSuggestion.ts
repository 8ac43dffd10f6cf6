import type { Rejection } from '../rejection/rejection.ts';
import { type Outcome, refusal, success } from '../units/outcome.ts';
import type { EpochMs } from '../units/time.ts';
import type { LearningGroup, RoadSuggestion, SuggestionStanding } from './roadSuggestion.ts';

/** `withdraw` takes an accepted factor back, `reopen` a refusal: it waits for an answer again. */
export type SuggestionDecision = 'accept' | 'refuse' | 'withdraw' | 'reopen';

/** From where each decision can be taken; whoever refused may think again. */
const FROM: Readonly<Record<SuggestionDecision, readonly SuggestionStanding[]>> = {
  accept: ['open', 'refused', 'withdrawn', 'replaced'],
  refuse: ['open'],
  withdraw: ['accepted'],
  reopen: ['refused'],
};

/**
 * What somebody's decision makes of the suggestions. Pure.
 * @param decidedBy account id
 * @returns those that change, the decided one first; at most one of a group is accepted at a time
 */
export function decideSuggestion(
  suggestions: readonly RoadSuggestion[],
  id: string,
  decision: SuggestionDecision,
  decidedBy: string,
  now: EpochMs,
): Outcome<readonly [RoadSuggestion, ...RoadSuggestion[]], Rejection> {
  const asked = suggestions.find((each) => each.id === id);
  if (!asked) return refusal({ code: 'unknownSuggestion' });
  if (!FROM[decision].includes(asked.standing)) return refusal({ code: 'suggestionDecided' });
  const decided = { ...asked, decidedBy, decidedAt: now };
  const isSame = (each: RoadSuggestion) => each !== asked && isSameGroup(each, asked);
  if (decision === 'reopen') {
    // The street has been asked about anew meanwhile; the new figures are the ones to answer.
    const isAsked = suggestions.some((each) => each.standing === 'open' && isSame(each));
    if (isAsked) return refusal({ code: 'suggestionDecided' });
    return success([{ ...asked, standing: 'open', decidedBy: null, decidedAt: null }]);
  }
  if (decision === 'refuse') return success([{ ...decided, standing: 'refused' }]);
  if (decision === 'withdraw') return success([{ ...decided, standing: 'withdrawn', holdsTo: now }]);
  const before = suggestions.filter((each) => each.standing === 'accepted' && isSame(each));
  return success([
    { ...decided, standing: 'accepted', holdsFrom: now, holdsTo: null },
    ...before.map((each): RoadSuggestion => ({ ...each, standing: 'replaced', holdsTo: now })),
  ]);
}

/** Do both speak of the same kind of road at the same time? */
export function isSameGroup(a: LearningGroup, b: LearningGroup): boolean {
  return a.roadClass === b.roadClass && a.season === b.season && a.hours === b.hours;
}
