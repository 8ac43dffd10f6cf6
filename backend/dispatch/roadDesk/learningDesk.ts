import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { decideSuggestion, type SuggestionDecision } from '../../domain/road/decideSuggestion.ts';
import type { RoadSuggestion } from '../../domain/road/roadSuggestion.ts';
import { type Outcome, success } from '../../domain/units/outcome.ts';
import type { RoadsReplan } from '../replan/replanForRoads.ts';
import type { CalendarKeeper } from './calendarKeeper.ts';
import type { RoadDeskWorld } from './roadDeskWorld.ts';

/** A suggestion that somebody decided, and what becomes of the plans. */
export interface SuggestionChange {
  readonly suggestion: RoadSuggestion;
  /** Resolves when travel times and plans follow; `null` where the roads did not answer, tried again. */
  readonly replanned: Promise<RoadsReplan | null>;
}

/** Decides about factors that the street has taught. */
export interface LearningDesk {
  /** `unknownSuggestion`, or `suggestionDecided` where it stands so that this cannot be decided (any more). */
  decide(
    id: string,
    decision: SuggestionDecision,
    actor: Actor,
  ): Promise<Outcome<SuggestionChange, Rejection>>;
}

/** What changes nothing that is in force. */
const isTalk = (decision: SuggestionDecision): boolean => decision === 'refuse' || decision === 'reopen';

export function createLearningDesk(world: RoadDeskWorld, keeper: CalendarKeeper): LearningDesk {
  return {
    async decide(id, decision, actor) {
      const decided = await world.store.write(actor.scope, async (tables) => {
        const suggestions = await tables.roadLearning.listSuggestions();
        const outcome = decideSuggestion(suggestions, id, decision, actor.name, world.clock.now());
        if (!outcome.ok) return outcome;
        await tables.roadLearning.saveSuggestions(outcome.value);
        if (!isTalk(decision)) {
          const body = { type: 'RoadSpeedsChanged', sourceId: id } as const;
          await keeper.note(tables, keeper.horizon(), body, actor);
        }
        return outcome;
      });
      if (!decided.ok) return decided;
      const replanned = isTalk(decision) ? Promise.resolve(null) : keeper.bringIn();
      return success({ suggestion: decided.value[0], replanned });
    },
  };
}
