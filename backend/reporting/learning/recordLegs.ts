import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { learnedSeconds, type PerformedLeg } from '../../domain/road/performedLeg.ts';
import { bandAt, bandsOfDay, type RoadCalendar, type RoadState } from '../../domain/road/roadState.ts';
import { suggestFactors } from '../../domain/road/suggestFactors.ts';
import { addDays, type EpochMs, type ServiceDay } from '../../domain/units/time.ts';
import type { Ids } from '../../ports/ids.ts';
import type { RoadStates } from '../../ports/roadStates.ts';
import type { RoadKinds } from '../../ports/roads.ts';
import type { Store } from '../../ports/store.ts';
import { type StreetLeg, streetLegs } from './streetLegs.ts';

/** What learning needs of the world. */
export interface LearningWorld {
  readonly store: Store;
  readonly states: Pick<RoadStates, 'define'>;
  readonly kinds: RoadKinds;
  readonly ids: Ids;
}

/** Suggestions rest on the legs of so many days: a season's. */
const LEARNING_DAYS = 120;
/** Ways asked for at the same time: learning is in no hurry, offers are. */
const PARALLEL_WAYS = 2;

/**
 * Records the drives of a day that were reported since the last look. Idempotent. @returns how many legs were new
 * @throws RoadsFault `unreachable` where the roads do not answer; what was recorded by then stays
 */
export async function recordLegs(world: LearningWorld, day: ServiceDay): Promise<number> {
  const { store } = world;
  const kept = await store.read(SYSTEM_SCOPE, async ({ days, roadConditions, roadLearning }) => ({
    schedules: await days.listSchedules(day),
    known: new Set(await roadLearning.listLegIds(day)),
    calendar: {
      closures: await roadConditions.listClosures(),
      seasons: await roadConditions.listSeasons(),
      suggestions: await roadLearning.listSuggestions(),
    },
  }));
  const driven = kept.schedules.flatMap(streetLegs).filter(({ stopId }) => !kept.known.has(stopId));
  if (driven.length === 0) return 0;
  const legs = await measureAll(world, day, kept.calendar, driven);
  await store.write(SYSTEM_SCOPE, ({ roadLearning }) => roadLearning.insertLegs(legs));
  return legs.length;
}

async function measureAll(
  { states, kinds }: LearningWorld,
  day: ServiceDay,
  calendar: RoadCalendar,
  driven: readonly StreetLeg[],
): Promise<PerformedLeg[]> {
  const roads = bandsOfDay({ ...calendar, suggestions: [] }, day);
  const planned = bandsOfDay(calendar, day);
  const legs: PerformedLeg[] = [];
  const open = driven.values();
  const work = async () => {
    for (const leg of open) {
      const { state } = bandAt(roads, leg.departure);
      const { learned } = bandAt(planned, leg.departure).state;
      const measured = await measure(leg, state, learned);
      if (measured) legs.push(measured);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL_WAYS }, work));
  return legs;

  /** Undefined where the roads know no way: then there is nothing to compare with. */
  async function measure(
    leg: StreetLeg,
    state: RoadState,
    learned: RoadState['learned'],
  ): Promise<PerformedLeg | undefined> {
    try {
      await states.define(state);
      const { seconds, shares } = await kinds.kindsOf(state.id, leg.from, leg.to);
      return {
        id: leg.stopId,
        day,
        departure: leg.departure,
        performedSeconds: leg.arrival - leg.departure,
        roadSeconds: seconds,
        plannedSeconds: learnedSeconds(seconds, shares, learned),
        shares,
      };
    } catch (fault) {
      if (fault instanceof RoadsFault && fault.code !== 'unreachable') return undefined;
      throw fault;
    }
  }
}

/** Stores what the legs up to a day speak for; what was decided stays as it is. */
export function renewSuggestions(
  { store, ids }: Pick<LearningWorld, 'store' | 'ids'>,
  day: ServiceDay,
  now: EpochMs,
): Promise<void> {
  return store.write(SYSTEM_SCOPE, async ({ roadLearning }) => {
    const legs = await roadLearning.listLegs(addDays(day, -LEARNING_DAYS), day);
    const suggestions = await roadLearning.listSuggestions();
    const renewed = suggestFactors(legs, suggestions, now, () => ids.next('suggestion'));
    if (renewed.length > 0) await roadLearning.saveSuggestions(renewed);
  });
}
