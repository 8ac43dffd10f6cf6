import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { MissedReason } from '../../domain/ride/ride.ts';
import { joinSteps } from '../../domain/ride/stepRide.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { PlanChange } from '../planChange.ts';
import { timeShift } from '../timeShift.ts';
import { changePlan } from '../transact.ts';
import { carryOtherwise } from './carryOtherwise.ts';
import { dropCutOff } from './dropCutOff.ts';
import { type ShiftWork, standingOf } from './shiftWork.ts';

/** What a shift is replanned for. */
export interface ReplanAim {
  readonly shiftId: string;
  /** Rides to try to carry otherwise first, in this order. */
  readonly rideIds: readonly string[];
  /** Why promises break, where they do. */
  readonly reason: MissedReason;
}

/**
 * One writer's turn at a shift whose roads have changed. What keeps its promises is timed anew. Else rides are carried
 * otherwise within their promises, one after the other until the rest is in time; what is late then is told new times
 * and called. Rides to which no road leads are taken out and called.
 * @returns `noRoad` where somebody is aboard, or fetched already, to whom no road leads: a person has to decide
 */
export function replanShift(
  desk: DayDesk,
  day: ServiceDay,
  aim: ReplanAim,
  actor: Actor,
): Promise<Outcome<PlanChange, Rejection>> {
  return changePlan(
    desk,
    day,
    actor,
    (snapshot) => draftShift(desk, snapshot, aim),
    async (_tables, change) => success(change),
  );
}

async function draftShift(
  desk: DayDesk,
  snapshot: DaySnapshot,
  { shiftId, rideIds, reason }: ReplanAim,
): Promise<Outcome<PlanChange, Rejection>> {
  let work: ShiftWork = { snapshot, steps: [], changed: new Set() };
  let standing = await standingOf(desk, snapshot, shiftId);
  if (!standing.isDrivable) {
    work = await dropCutOff(desk, work, shiftId, standing.freeRideIds);
    standing = await standingOf(desk, work.snapshot, shiftId);
  }
  ({ work, standing } = await carryOtherwise(desk, { work, standing }, shiftId, rideIds));
  if (!standing.isDrivable) return refusal({ code: 'noRoad' });
  const timed = await timeShift(desk, work.snapshot, shiftId, new Set(), reason);
  const others = [...work.changed]
    .filter((id) => id !== shiftId)
    .map((id) => work.snapshot.schedules.get(id)!);
  return success({
    snapshot,
    schedules: [timed.schedule, ...others],
    steps: joinSteps(work.steps, timed.steps),
    events: [],
    cause: 'RoadsChanged',
  });
}
