import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { type Actor, SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import type { LogEvent } from '../../domain/event/logEvent.ts';
import { closuresDuring, type RoadClosure } from '../../domain/road/roadClosure.ts';
import { bandsOfDay, type RoadCalendar } from '../../domain/road/roadState.ts';
import { spokenClosures } from '../../domain/road/spokenClosure.ts';
import { refusal, success } from '../../domain/units/outcome.ts';
import { daySecondOf, type ServiceDay, serviceDayOf, startOfServiceDay } from '../../domain/units/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { RoadStates } from '../../ports/roadStates.ts';
import type { Store } from '../../ports/store.ts';
import type { Tables } from '../../ports/tables.ts';
import type { DatedTravel } from '../../ports/travel.ts';
import type { Dispatch } from '../dispatch.ts';
import { mergeReplans, type RoadsReplan } from '../replan/replanForRoads.ts';
import { checkClosure } from './checkClosure.ts';
import { closedDays, daysFrom, judgeEntry } from './closureEntry.ts';
import type { RoadDesk } from './roadDesk.ts';

/** What the road desk needs of the world. */
export interface RoadDeskWorld {
  readonly store: Store;
  readonly states: RoadStates;
  readonly travel: DatedTravel;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly dispatch: Pick<Dispatch, 'replanForRoads' | 'replanEstimates'>;
  /** Told of every day whose plan was moved. */
  readonly onReplanned: (day: ServiceDay, replan: RoadsReplan) => void;
  /** Told when travel times could not be brought in line; they are tried again. */
  readonly onFault: (fault: unknown) => void;
}

/** Further than anybody books ahead. */
const HORIZON_DAYS = 60;

/** The road desk over a world. */
export function createRoadDesk(world: RoadDeskWorld): RoadDesk {
  const { store, states, clock, dispatch } = world;
  const replans = new Map<string, RoadsReplan>();
  /** Names of the states of each day, as its plan was last brought in line with. */
  let aligned: ReadonlyMap<ServiceDay, string> = new Map();
  let calendar: RoadCalendar = { closures: [], seasons: [] };
  let lastRefresh: Promise<unknown> = Promise.resolve();

  const horizon = () => daysFrom(serviceDayOf(clock.now()), HORIZON_DAYS);

  async function refreshNow(): Promise<ReadonlyMap<ServiceDay, RoadsReplan>> {
    calendar = await store.read(SYSTEM_SCOPE, async ({ roadConditions }) => ({
      closures: await roadConditions.listClosures(startOfServiceDay(serviceDayOf(clock.now()))),
      seasons: await roadConditions.listSeasons(),
    }));
    const days = horizon();
    await world.travel.refresh(calendar, days);
    const done = new Map<ServiceDay, RoadsReplan>();
    const now = new Map(days.map((day) => [day, nameOf(calendar, day)]));
    for (const day of days.filter((each) => now.get(each) !== (aligned.get(each) ?? OPEN_NAME))) {
      const replan = await dispatch.replanForRoads(day, (id) => states.roads(id), SYSTEM_ACTOR);
      done.set(day, replan);
      if (isMove(replan)) world.onReplanned(day, replan);
      aligned = new Map([...aligned, [day, now.get(day)!]]);
    }
    aligned = new Map([...aligned].filter(([day]) => now.has(day)));
    return done;
  }

  function refresh(): Promise<ReadonlyMap<ServiceDay, RoadsReplan>> {
    const done = lastRefresh.then(refreshNow);
    lastRefresh = done.catch(() => undefined);
    return done;
  }

  async function bringIn(closureId: string): Promise<RoadsReplan | null> {
    try {
      const replan = mergeReplans([...(await refresh()).values()]);
      replans.set(closureId, replan);
      return replan;
    } catch (fault) {
      world.onFault(fault);
      return null;
    }
  }

  /** One line in the log of each day that has a plan, and of the first day in any case. */
  async function note(
    tables: Tables,
    closure: RoadClosure,
    type: 'RoadClosed' | 'RoadReopened',
    actor: Actor,
  ) {
    const days = closedDays({ ...closure, reopenedAt: null }, horizon());
    const events: LogEvent[] = [];
    for (const [i, day] of days.entries()) {
      if (i > 0 && (await tables.days.version(day)) === 0) continue;
      const nobody = { rideId: null, shiftId: null, municipality: null, personId: null };
      const body = { type, closureId: closure.id };
      events.push({ occurredAt: clock.now(), day, actor: actor.name, body, ...nobody });
    }
    await tables.events.append(events);
  }

  return {
    async check(entry) {
      const judged = judgeEntry(entry, clock.now());
      return judged.ok ? checkClosure(store, states, judged.value, clock.now()) : judged;
    },
    async close(entry, actor) {
      const judged = judgeEntry(entry, clock.now());
      if (!judged.ok) return judged;
      const checked = await checkClosure(store, states, judged.value, clock.now());
      if (!checked.ok) return checked;
      const closure: RoadClosure = {
        ...judged.value,
        id: world.ids.next('closure'),
        enteredBy: actor.name,
        enteredAt: clock.now(),
        reopenedAt: null,
        lines: checked.value.lines,
      };
      await store.write(actor.scope, async (tables) => {
        await tables.roadConditions.insertClosure(closure);
        await note(tables, closure, 'RoadClosed', actor);
      });
      return success({ ...checked.value, closure, replanned: bringIn(closure.id) });
    },
    async reopen(id, actor) {
      const now = clock.now();
      const closure = await store.write(actor.scope, async (tables) => {
        if (!(await tables.roadConditions.reopen(id, now))) return undefined;
        const found = (await tables.roadConditions.listClosures()).find((each) => each.id === id);
        if (found) await note(tables, found, 'RoadReopened', actor);
        return found;
      });
      if (!closure) return refusal({ code: 'unknownClosure' });
      return success({ closure, replanned: bringIn(id) });
    },
    replanOf: (closureId) => replans.get(closureId),
    refresh,
    async recheckEstimates() {
      for (const day of horizon()) {
        const replan = await dispatch.replanEstimates(day, SYSTEM_ACTOR);
        if (isMove(replan)) world.onReplanned(day, replan);
      }
    },
    notice() {
      const now = clock.now();
      const day = serviceDayOf(now);
      const second = daySecondOf(day, now);
      return spokenClosures(closuresDuring(calendar.closures, day, second, second));
    },
  };
}

const OPEN_NAME = '0 open';

function nameOf(calendar: RoadCalendar, day: ServiceDay): string {
  return bandsOfDay(calendar, day)
    .map(({ fromSecond, stateId }) => `${fromSecond} ${stateId}`)
    .join(' ');
}

function isMove({ movedRideIds, callRideIds, stuckShiftIds }: RoadsReplan): boolean {
  return movedRideIds.length + callRideIds.length + stuckShiftIds.length > 0;
}
