import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { joinSteps, stepRide } from '../../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import { checkSchedule, extractPart, putBackPart, type Schedule } from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { describeChanges } from '../improve/applyChanges.ts';
import type { TimedDay } from '../improve/searchTask.ts';
import type { PlanChange } from '../planChange.ts';
import { RESERVE_SECONDS } from '../plannedWindows.ts';
import { changePlan } from '../transact.ts';
import { type LoosenedDay, loosenDay, nearbyVehicles } from './loosenDay.ts';
import { moveRide } from './moveRide.ts';
import { placeSingly } from './placeSingly.ts';
import { type ShiftWork, withChange } from './shiftWork.ts';

/** The search for places for everybody; bookings are written after it, offers go on meanwhile. */
const SEARCH_SECONDS = 5;
/** How much later than planned a ride without a place may be, tried in this order; the first is still as promised. */
const LATENESS = [RESERVE_SECONDS, 600, 1200, 1800, 3600, 7200] as const;

/**
 * Finds places for all rides whose vehicles cannot keep their promises any more: they are taken off, and put in one by
 * one where they fit. For those left, the search may change the tours that pass near them until all are carried. Whoever has
 * no place then is carried as little late as can be, and called; whom nobody can carry is taken out, and called.
 * @returns undefined where there is nobody to search, nothing to rescue, or what was found does not hold
 */
export async function rescueTogether(
  desk: DayDesk,
  day: ServiceDay,
  shiftIds: readonly string[],
  actor: Actor,
): Promise<PlanChange | undefined> {
  if (!desk.world.improver) return undefined;
  const written = await changePlan(
    desk,
    day,
    actor,
    (snapshot) => draftRescue(desk, snapshot, shiftIds),
    async (_tables, change: PlanChange) => success(change),
  );
  return written.ok ? written.value : undefined;
}

async function draftRescue(
  desk: DayDesk,
  snapshot: DaySnapshot,
  shiftIds: readonly string[],
): Promise<Outcome<PlanChange, Rejection>> {
  const loosened = await loosenDay(desk, snapshot, SEARCH_SECONDS);
  if (loosened.easedTours === 0) return refusal({ code: 'staleVersion' });
  const placed = placeSingly(loosened);
  const whole = placed.loose.length > 0 ? await searchPlaces(desk, placed) : placed;
  const found = changesOf(whole, shiftIds);
  if (!found.schedules.every((schedule) => isSound(desk, loosened, schedule))) {
    return refusal({ code: 'staleVersion' });
  }
  let work = applyFound(desk, loosened, found.schedules);
  for (const id of found.lostRideIds) work = await carryLate(desk, work, id);
  const schedules = [...work.changed].map((id) => work.snapshot.schedules.get(id)!);
  return success({ snapshot, schedules, steps: work.steps, events: [], cause: 'RoadsChanged' });
}

/** Schedules that differ from what is stored, and the rides for which there is no place. */
interface FoundPlaces {
  readonly schedules: readonly Schedule[];
  readonly lostRideIds: readonly string[];
}

async function searchPlaces(desk: DayDesk, placed: LoosenedDay): Promise<LoosenedDay> {
  const { view, schedules, loose } = placed;
  const timed = nearbyVehicles(placed).flatMap((v) => schedules[v] ?? []);
  const part = extractPart(view.problem, timed, loose);
  const budget = { seed: 1, seconds: SEARCH_SECONDS };
  const plan = await desk.world.improver!.improve(part.problem, part.plan, budget);
  const whole = putBackPart({ schedules: schedules as Schedule[], unserved: loose }, part, plan);
  return { ...placed, schedules: whole.schedules, loose: whole.unserved };
}

/** The affected shifts, timed anew, and those whose order has changed. */
function changesOf({ view, schedules, loose }: LoosenedDay, shiftIds: readonly string[]): FoundPlaces {
  const changed = schedules.filter(
    (schedule, v) =>
      schedule !== undefined &&
      (shiftIds.includes(view.snapshot.shifts[v]!.id) ||
        schedule.visits.join() !== view.tours[v]!.visits.join()),
  );
  return {
    schedules: changed as Schedule[],
    lostRideIds: loose.map((request) => view.rideIds[request]!),
  };
}

/** Whoever finds a plan does not judge it. */
function isSound(desk: DayDesk, { view }: LoosenedDay, schedule: Schedule): boolean {
  const violations = checkSchedule(view.problem, schedule);
  desk.world.onPlanChecked({ shiftId: view.snapshot.shifts[schedule.vehicle]!.id, violations });
  return violations.length === 0;
}

function applyFound(desk: DayDesk, loosened: LoosenedDay, schedules: readonly Schedule[]): ShiftWork {
  const timed: TimedDay = loosened;
  const described = describeChanges(desk, timed, [{ before: [], after: schedules, gain: 0 }], 'roadsChanged');
  let work: ShiftWork = { snapshot: loosened.view.snapshot, steps: [], changed: new Set() };
  for (const schedule of described.schedules) work = withChange(work, schedule, []);
  const rides = new Map(work.snapshot.rides);
  for (const { after } of described.steps) rides.set(after.id, after);
  return { ...work, snapshot: { ...work.snapshot, rides }, steps: described.steps };
}

/** Puts a ride that has no place as promised where it is least late; takes it out where nobody can carry it. */
async function carryLate(desk: DayDesk, work: ShiftWork, rideId: string): Promise<ShiftWork> {
  for (const seconds of LATENESS) {
    const moved = await moveRide(desk, work, rideId, { lateSeconds: seconds });
    if (moved) return moved;
  }
  const step = stepRide(work.snapshot.rides.get(rideId)!, { type: 'unassign', reason: 'roadClosed' });
  if (!step.ok) return work;
  const rides = new Map([...work.snapshot.rides, [rideId, step.value.after] as const]);
  return { ...work, snapshot: { ...work.snapshot, rides }, steps: joinSteps(work.steps, [step.value]) };
}
