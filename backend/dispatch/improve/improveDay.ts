import type { Actor } from '../../domain/account/actor.ts';
import type { DayEvent, PlanFigures } from '../../domain/event/logEvent.ts';
import { refusal, success } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import { evaluateCost, type Schedule } from '../../planner/index.ts';
import { partTogether } from '../apart/partTogether.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { PlanChange } from '../planChange.ts';
import { FREEZE_SECONDS } from '../tourBuilder.ts';
import { changePlan } from '../transact.ts';
import { describeChanges, type HeldChange, holdChange } from './applyChanges.ts';
import { readTask, type TimedDay, timeDay } from './searchTask.ts';
import { listChanges, type TourChange } from './tourChange.ts';

/** How an improvement is to be looked for, beside its seconds. */
export interface ImproveDayOptions {
  /** Another one looks elsewhere; 1 unless given. */
  readonly seed?: number;
  /** Steps after which the search ends: with it and seconds that are not used up, equal days give equal plans. */
  readonly iterations?: number;
  /** Nothing is done while the plan stands at this version. */
  readonly unlessVersion?: number;
}

/** What became of it. `off`: this process has nobody to search; `overtaken`: all that was found was moved meanwhile. */
export interface DayImprovement {
  readonly outcome: 'improved' | 'nothingBetter' | 'overtaken' | 'unchanged' | 'off';
  /** The version of the plan behind it. */
  readonly version: number;
  /** Rides that another vehicle carries now; their promises stand. */
  readonly movedRideIds: readonly string[];
  /** Of the shifts that changed; the same where nothing did. */
  readonly before: PlanFigures;
  readonly after: PlanFigures;
}

const NO_FIGURES: PlanFigures = { costYen: 0, vehicleSeconds: 0, drivingMetres: 0 };

/**
 * Looks for a cheaper plan of a day and commits what of it still holds when it has been found: every promise kept, and
 * nothing moved that is under way or leaves within two minutes. Bookings go on meanwhile; where they changed a shift,
 * what was found for it is dropped.
 */
export async function improveDay(
  desk: DayDesk,
  day: ServiceDay,
  seconds: number,
  actor: Actor,
  { seed = 1, iterations, unlessVersion }: ImproveDayOptions = {},
): Promise<DayImprovement> {
  const { improver } = desk.world;
  if (!improver) return nothingOf('off', 0);
  // Whoever wrote down that two are to ride apart has tried it already; what has moved since may have made room.
  await partTogether(desk, day, actor);
  const ahead = FREEZE_SECONDS + (Number.isFinite(seconds) ? seconds : 0);
  const task = await readTask(desk, day, ahead);
  const read = task?.snapshot ?? (await desk.snapshot(day));
  if (!task || read.version === unlessVersion) return nothingOf('unchanged', read.version);
  const budget = {
    seed,
    ...(Number.isFinite(seconds) && { seconds }),
    ...(iterations !== undefined && { iterations }),
  };
  const found = await improver.improve(task.part.problem, task.part.plan, budget);
  const changes = listChanges(task, found);
  if (changes.length === 0) return nothingOf('nothingBetter', read.version);
  return commitChanges(desk, read, changes, actor);
}

/** A writer's turn: what still holds is written, under the next version. */
async function commitChanges(
  desk: DayDesk,
  read: DaySnapshot,
  changes: readonly TourChange[],
  actor: Actor,
): Promise<DayImprovement> {
  const done = { movedRideIds: [] as string[], before: NO_FIGURES, after: NO_FIGURES };
  const written = await changePlan(
    desk,
    read.day,
    actor,
    async (snapshot) => {
      const now = await timeDay(desk, snapshot, FREEZE_SECONDS);
      const held = changes
        .map((change) => holdChange(desk, now, change))
        .filter((change) => change !== undefined);
      if (held.length === 0 || now.view.quality === 'estimate') return refusal({ code: 'staleVersion' });
      const { movedRideIds, ...drafted } = describeChanges(desk, now, held);
      const figures = { before: figuresOf(now, held, 'before'), after: figuresOf(now, held, 'after') };
      Object.assign(done, { movedRideIds, ...figures });
      return success({ snapshot, ...drafted, events: [improved(figures)], cause: 'PlanImproved' });
    },
    async (_tables, change: PlanChange) => success(change),
  );
  if (!written.ok) return nothingOf('overtaken', read.version);
  return { outcome: 'improved', version: written.value.snapshot.version + 1, ...done };
}

function improved(figures: { readonly before: PlanFigures; readonly after: PlanFigures }): DayEvent {
  return { type: 'PlanImproved', ...figures };
}

function figuresOf(
  { prepared }: TimedDay,
  held: readonly HeldChange[],
  side: 'before' | 'after',
): PlanFigures {
  const schedules = held.flatMap((change) => change[side]);
  const sum = (of: (schedule: Schedule) => number) => schedules.reduce((total, each) => total + of(each), 0);
  return {
    costYen: Math.round(sum((schedule) => evaluateCost(prepared, schedule))),
    vehicleSeconds: sum(({ visits, departure, finish }) => (visits.length > 0 ? finish - departure : 0)),
    drivingMetres: sum(({ drivingMetres }) => drivingMetres),
  };
}

function nothingOf(outcome: DayImprovement['outcome'], version: number): DayImprovement {
  return { outcome, version, movedRideIds: [], before: NO_FIGURES, after: NO_FIGURES };
}
