import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import type { Actor } from '../../domain/account/actor.ts';
import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { overlapsOf, type RoadSeason, type SeasonOverlap } from '../../domain/road/roadSeason.ts';
import { stateOf } from '../../domain/road/roadState.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import type { Tables } from '../../ports/tables.ts';
import type { RoadsReplan } from '../replan/replanForRoads.ts';
import type { CalendarKeeper } from './calendarKeeper.ts';
import type { RoadDeskWorld } from './roadDeskWorld.ts';
import { judgeSeason, type SeasonEntry, seasonDays } from './seasonEntry.ts';

/** What a season would do, to be heard before it is confirmed. */
export interface SeasonCheck {
  readonly overlaps: readonly SeasonOverlap[];
  /** One sentence: which other seasons slow the same roads, and from when; null where none does. */
  readonly sentence: SpokenText | null;
}

/** A season that was entered, changed or ended, and what becomes of the plans. */
export interface SeasonChange {
  readonly season: RoadSeason;
  /** Resolves when travel times and plans follow. Never rejects: `null` where the roads did not answer, tried again. */
  readonly replanned: Promise<RoadsReplan | null>;
}

/** Seasons: how snow slows traffic, by kind of road, altitude and hour. */
export interface SeasonDesk {
  /** Judges an entry and tells what it would do; writes nothing. @param id the season that it changes */
  check(entry: SeasonEntry, id: string | null): Promise<Outcome<SeasonCheck, Rejection>>;
  /** Enters a season, or changes one. `seasonsOverlap` where another slows the same roads and the entry does not say it may. */
  save(
    entry: SeasonEntry,
    id: string | null,
    actor: Actor,
  ): Promise<Outcome<SeasonChange & SeasonCheck, Rejection>>;
  /** Ends a season now. */
  end(id: string, actor: Actor): Promise<Outcome<SeasonChange, Rejection>>;
}

export function createSeasonDesk(world: RoadDeskWorld, keeper: CalendarKeeper): SeasonDesk {
  const { store, states, clock } = world;

  /** Does it slow any road at all? An engine that does not answer is believed to know some. */
  async function slowsNothing(entry: SeasonEntry): Promise<boolean> {
    try {
      return (await states.define(stateOf([], [entry]))).slowedRoads === 0;
    } catch (fault) {
      if (fault instanceof RoadsFault) return false;
      throw fault;
    }
  }

  async function draft(
    tables: Tables,
    entry: SeasonEntry,
    id: string | null,
    enteredBy: string,
  ): Promise<Outcome<SeasonCheck & { readonly season: RoadSeason }, Rejection>> {
    const now = clock.now();
    const judged = judgeSeason(entry, now);
    if (!judged.ok) return judged;
    const seasons = await tables.roadConditions.listSeasons();
    const isThere = id === null || seasons.some((season) => season.id === id && season.endedAt === null);
    if (!isThere) return refusal({ code: 'unknownSeason' });
    const { mayOverlap: _, ...facts } = judged.value;
    const entered = { enteredBy, enteredAt: now, endedAt: null };
    const season: RoadSeason = { ...facts, id: id ?? world.ids.next('season'), ...entered };
    const overlaps = overlapsOf(season, seasons, seasonDays(season, now));
    return success({ season, overlaps, sentence: sentenceOf(overlaps) });
  }

  return {
    async check(entry, id) {
      const checked = await store.read(SYSTEM_SCOPE, (tables) => draft(tables, entry, id, ''));
      if (checked.ok && (await slowsNothing(entry))) return refusal({ code: 'seasonSlowsNothing' });
      return checked;
    },
    async save(entry, id, actor) {
      const judged = judgeSeason(entry, clock.now());
      if (!judged.ok) return judged;
      if (await slowsNothing(entry)) return refusal({ code: 'seasonSlowsNothing' });
      const saved = await store.write(actor.scope, async (tables) => {
        const drafted = await draft(tables, entry, id, actor.name);
        if (!drafted.ok) return drafted;
        const { season, overlaps } = drafted.value;
        const [first] = overlaps;
        if (first && !entry.mayOverlap) {
          const details = { other: first.other.name, day: first.firstDay };
          return refusal({ code: 'seasonsOverlap' as const, field: 'mayOverlap', details });
        }
        await tables.roadConditions.saveSeasons([season]);
        const body = { type: 'RoadSpeedsChanged', sourceId: season.id } as const;
        await keeper.note(tables, keeper.horizon(), body, actor);
        return drafted;
      });
      return saved.ok ? success({ ...saved.value, replanned: keeper.bringIn() }) : saved;
    },
    async end(id, actor) {
      const season = await store.write(actor.scope, async (tables) => {
        const found = (await tables.roadConditions.listSeasons()).find((each) => each.id === id);
        if (!found || found.endedAt !== null) return undefined;
        const ended = { ...found, endedAt: clock.now() };
        await tables.roadConditions.saveSeasons([ended]);
        const body = { type: 'RoadSpeedsChanged', sourceId: id } as const;
        await keeper.note(tables, keeper.horizon(), body, actor);
        return ended;
      });
      return season ? success({ season, replanned: keeper.bringBack() }) : refusal({ code: 'unknownSeason' });
    },
  };
}

function sentenceOf(overlaps: readonly SeasonOverlap[]): SpokenText | null {
  const [first] = overlaps;
  if (!first) return null;
  const names = overlaps.map(({ other }) => other.name).join('、');
  return {
    ja: `${first.firstDay}から「${names}」と重なります。重なる間は、両方の割合を掛けた速さになります。`,
    en: `Overlaps with ${overlaps.map(({ other }) => other.name).join(', ')} from ${first.firstDay} on. While both hold, their factors are multiplied.`,
  };
}
