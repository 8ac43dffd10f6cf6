import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { type Actor, SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import type { DayEvent, LogEvent } from '../../domain/event/logEvent.ts';
import { bandsOfDay, OPEN_CALENDAR, type RoadCalendar } from '../../domain/road/roadState.ts';
import { type ServiceDay, serviceDayOf, startOfServiceDay } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import { mergeReplans, type RoadsReplan } from '../replan/replanForRoads.ts';
import { daysFrom } from './closureEntry.ts';
import type { RoadDeskWorld } from './roadDeskWorld.ts';
import { steadyRoads } from './steadyRoads.ts';

/** Further than anybody books ahead. */
const HORIZON_DAYS = 60;
/** `working`: plans are being brought in line; `behind`: they could not be, and it is tried again. */
export type PlansStanding = 'inLine' | 'working' | 'behind';

/** For each day whose roads are better again. */
const IMPROVE_SECONDS = 3;
const OPEN_NAME = '0 open';

/** Brings what is stored about the roads into travel times and plans, one change after the other. */
export class CalendarKeeper {
  readonly #world: RoadDeskWorld;
  /** Names of the states of each day, as its plan was last brought in line with. */
  #aligned: ReadonlyMap<ServiceDay, string> = new Map();
  #calendar: RoadCalendar = OPEN_CALENDAR;
  #lastRefresh: Promise<unknown> = Promise.resolve();
  #standing: PlansStanding = 'inLine';

  constructor(world: RoadDeskWorld) {
    this.#world = world;
  }

  /** As it was last read. */
  get calendar(): RoadCalendar {
    return this.#calendar;
  }

  /** How plans stand to the calendar. */
  get standing(): PlansStanding {
    return this.#standing;
  }

  /** The days that are kept in line. */
  horizon(): ServiceDay[] {
    return daysFrom(serviceDayOf(this.#world.clock.now()), HORIZON_DAYS);
  }

  /** Idempotent. @throws RoadsFault where the roads do not answer; then it is to be tried again */
  refresh(): Promise<ReadonlyMap<ServiceDay, RoadsReplan>> {
    const done = this.#lastRefresh.then(() => this.#refreshNow());
    this.#lastRefresh = done.catch(() => {
      this.#standing = 'behind';
    });
    return done;
  }

  /** After a change. Never rejects: `null` where the roads did not answer. */
  async bringIn(): Promise<RoadsReplan | null> {
    try {
      return mergeReplans([...(await this.refresh()).values()]);
    } catch (fault) {
      this.#world.onFault(fault);
      return null;
    }
  }

  /**
   * Roads that are better again: brings them in, and looks whether the plans that went round them can be better now.
   * Promises stand, those told anew, too: nobody is called for it.
   */
  async bringBack(): Promise<RoadsReplan | null> {
    const { dispatch, onFault } = this.#world;
    let replans: ReadonlyMap<ServiceDay, RoadsReplan> = new Map();
    const improved: RoadsReplan[] = [];
    try {
      replans = await this.refresh();
    } catch (fault) {
      onFault(fault);
      return null;
    }
    for (const [day, replan] of replans) {
      if (!isMove(replan)) continue;
      // A search that fails leaves a plan that is in line already.
      const { movedRideIds } = await dispatch.improveDay(day, IMPROVE_SECONDS).catch((fault: unknown) => {
        onFault(fault);
        return { movedRideIds: [] };
      });
      improved.push({ movedRideIds, callRideIds: [], stuckShiftIds: [] });
    }
    return mergeReplans([...replans.values(), ...improved]);
  }

  /** One line in the log of each of these days that has a plan, and of the first day in any case. */
  async note(tables: Tables, days: readonly ServiceDay[], body: DayEvent, actor: Actor): Promise<void> {
    const events: LogEvent[] = [];
    for (const [i, day] of days.entries()) {
      if (i > 0 && (await tables.days.version(day)) === 0) continue;
      const nobody = { rideId: null, shiftId: null, municipality: null, personId: null };
      events.push({ occurredAt: this.#world.clock.now(), day, actor: actor.name, body, ...nobody });
    }
    await tables.events.append(events);
  }

  async #refreshNow(): Promise<ReadonlyMap<ServiceDay, RoadsReplan>> {
    const { clock, store, travel } = this.#world;
    this.#calendar = await store.read(SYSTEM_SCOPE, async ({ roadConditions, roadLearning }) => ({
      closures: await roadConditions.listClosures(startOfServiceDay(serviceDayOf(clock.now()))),
      seasons: await roadConditions.listSeasons(),
      suggestions: await roadLearning.listSuggestions(),
    }));
    const days = this.horizon();
    await travel.refresh(this.#calendar, days);
    const done = await this.#alignPlans(days);
    this.#standing = 'inLine';
    return done;
  }

  async #alignPlans(days: readonly ServiceDay[]): Promise<ReadonlyMap<ServiceDay, RoadsReplan>> {
    const { dispatch, states, onReplanned } = this.#world;
    const done = new Map<ServiceDay, RoadsReplan>();
    const now = new Map(days.map((day) => [day, nameOf(this.#calendar, day)]));
    const open = days.filter((each) => now.get(each) !== (this.#aligned.get(each) ?? OPEN_NAME));
    if (open.length > 0) this.#standing = 'working';
    for (const day of open) {
      const roadsOf = (id: string) => steadyRoads(states.roads(id), states.ownRoads(id));
      const replan = await dispatch.replanForRoads(day, roadsOf, SYSTEM_ACTOR);
      done.set(day, replan);
      if (isMove(replan)) onReplanned(day, replan);
      this.#aligned = new Map([...this.#aligned, [day, now.get(day)!]]);
    }
    this.#aligned = new Map([...this.#aligned].filter(([day]) => now.has(day)));
    return done;
  }
}

/** Was anything moved, or can it not be? */
export function isMove({ movedRideIds, callRideIds, stuckShiftIds }: RoadsReplan): boolean {
  return movedRideIds.length + callRideIds.length + stuckShiftIds.length > 0;
}

function nameOf(calendar: RoadCalendar, day: ServiceDay): string {
  return bandsOfDay(calendar, day)
    .map(({ fromSecond, stateId }) => `${fromSecond} ${stateId}`)
    .join(' ');
}
