import { SYSTEM_ACTOR } from '../../domain/account/actor.ts';
import { closuresDuring, type RoadClosure } from '../../domain/road/roadClosure.ts';
import { spokenClosures } from '../../domain/road/spokenClosure.ts';
import { refusal, success } from '../../domain/units/outcome.ts';
import { daySecondOf, serviceDayOf } from '../../domain/units/time.ts';
import type { RoadsReplan } from '../replan/replanForRoads.ts';
import { CalendarKeeper, isMove } from './calendarKeeper.ts';
import { checkClosure } from './checkClosure.ts';
import { closedDays, judgeEntry } from './closureEntry.ts';
import { createLearningDesk } from './learningDesk.ts';
import type { RoadDesk } from './roadDesk.ts';
import type { RoadDeskWorld } from './roadDeskWorld.ts';
import { readRoadsStanding } from './roadsStanding.ts';
import { createSeasonDesk } from './seasonDesk.ts';

/** The road desk over a world. */
export function createRoadDesk(world: RoadDeskWorld): RoadDesk {
  const { store, states, clock, dispatch } = world;
  const keeper = new CalendarKeeper(world);
  const replans = new Map<string, RoadsReplan>();

  async function remember(closureId: string, replanning: Promise<RoadsReplan | null>) {
    const replan = await replanning;
    if (replan) replans.set(closureId, replan);
    return replan;
  }

  const daysOf = (closure: RoadClosure) => closedDays({ ...closure, reopenedAt: null }, keeper.horizon());

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
        const body = { type: 'RoadClosed', closureId: closure.id } as const;
        await keeper.note(tables, daysOf(closure), body, actor);
      });
      return success({ ...checked.value, closure, replanned: remember(closure.id, keeper.bringIn()) });
    },
    async reopen(id, actor) {
      const now = clock.now();
      const closure = await store.write(actor.scope, async (tables) => {
        if (!(await tables.roadConditions.reopen(id, now))) return undefined;
        const found = (await tables.roadConditions.listClosures()).find((each) => each.id === id);
        const body = { type: 'RoadReopened', closureId: id } as const;
        if (found) await keeper.note(tables, daysOf(found), body, actor);
        return found;
      });
      if (!closure) return refusal({ code: 'unknownClosure' });
      return success({ closure, replanned: remember(id, keeper.bringBack()) });
    },
    replanOf: (closureId) => replans.get(closureId),
    refresh: () => keeper.refresh(),
    seasons: createSeasonDesk(world, keeper),
    learning: createLearningDesk(world, keeper),
    standing: () => readRoadsStanding(world, keeper),
    async recheckEstimates() {
      for (const day of keeper.horizon()) {
        const replan = await dispatch.replanEstimates(day, SYSTEM_ACTOR);
        if (isMove(replan)) world.onReplanned(day, replan);
      }
    },
    notice() {
      const now = clock.now();
      const day = serviceDayOf(now);
      const second = daySecondOf(day, now);
      return spokenClosures(closuresDuring(keeper.calendar.closures, day, second, second));
    },
  };
}
