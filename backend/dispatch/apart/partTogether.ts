import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { PlanChange } from '../planChange.ts';
import { moveRide } from '../replan/moveRide.ts';
import { type ShiftWork, standingOf, withChange } from '../replan/shiftWork.ts';
import { timeShift } from '../timeShift.ts';
import { changePlan } from '../transact.ts';
import { findTogether, type Together } from './findTogether.ts';

/** What became of rides that were planned together though they are to be apart. */
export interface Parted {
  /** Rides that another vehicle carries now, or the same one at another time; their promises stand. */
  readonly movedRideIds: readonly string[];
  /** Rides that are to come, or under way, and still together: a person has to decide. */
  readonly togetherRideIds: readonly string[];
}

/**
 * Takes rides apart that were planned together before it was known that they are to be apart: one of each pair is carried
 * otherwise, its promise kept. Nobody is told other times for it; what cannot be moved stays, and is told. Idempotent.
 */
export async function partTogether(desk: DayDesk, day: ServiceDay, actor: Actor): Promise<Parted> {
  if (findOpen(await desk.snapshot(day)).length === 0) return { movedRideIds: [], togetherRideIds: [] };
  const written = await changePlan(
    desk,
    day,
    actor,
    (snapshot) => draft(desk, snapshot),
    async (_tables, change: PlanChange) => success(change),
  );
  const steps = written.ok ? written.value.steps : [];
  const moved = steps.filter(({ events }) => events.some(({ type }) => type === 'RideUnassigned'));
  return {
    movedRideIds: moved.map(({ after }) => after.id),
    togetherRideIds: await listTogether(desk, day),
  };
}

/** Rides of a day, to come or under way, that are planned with somebody from whom their rider is kept apart. */
export async function listTogether(desk: DayDesk, day: ServiceDay): Promise<string[]> {
  const open = findOpen(await desk.snapshot(day));
  return [
    ...new Set(open.flatMap(({ rideId, withRideId }) => [rideId, ...(withRideId ? [withRideId] : [])])),
  ];
}

/** What is over cannot be mended. */
function findOpen(snapshot: DaySnapshot): Together[] {
  const isOver = (id: string | null) => id !== null && snapshot.rides.get(id)?.status === 'done';
  return findTogether(snapshot).filter(({ rideId, withRideId }) => !isOver(rideId) && !isOver(withRideId));
}

async function draft(desk: DayDesk, snapshot: DaySnapshot): Promise<Outcome<PlanChange, Rejection>> {
  let work: ShiftWork = { snapshot, steps: [], changed: new Set() };
  for (const pair of findOpen(snapshot)) {
    // An earlier move may have parted them already.
    if (!findOpen(work.snapshot).some((open) => isSame(open, pair))) continue;
    work = (await part(desk, work, pair)) ?? work;
  }
  if (work.changed.size === 0) return refusal({ code: 'noFeasibleInsertion' });
  const schedules = [...work.changed].map((id) => work.snapshot.schedules.get(id)!);
  return success({ snapshot, schedules, steps: work.steps, events: [], cause: 'PlanChanged' });
}

function isSame(one: Together, other: Together): boolean {
  return one.rideId === other.rideId && one.withRideId === other.withRideId;
}

/** Moves one of the two, where it can still be taken off and has a place as promised. */
async function part(
  desk: DayDesk,
  work: ShiftWork,
  { shiftId, rideId, withRideId }: Together,
): Promise<ShiftWork | undefined> {
  const { freeRideIds } = await standingOf(desk, work.snapshot, shiftId);
  for (const id of [rideId, withRideId]) {
    if (id === null || !freeRideIds.has(id)) continue;
    const moved = await moveRide(desk, work, id, { reason: 'planChanged' });
    if (!moved) continue;
    const left = await timeShift(desk, moved.snapshot, shiftId, new Set());
    // Who would be late for it is left as they are.
    if (left.steps.some(({ events }) => events.some(({ type }) => type === 'PromiseBroken'))) continue;
    return withChange(moved, left.schedule, left.steps);
  }
  return undefined;
}
