import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { joinSteps, type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { DaySecond } from '../domain/units/time.ts';
import type { ShiftPicture, StreetChange } from '../ports/shiftRevision.ts';
import type { Tables } from '../ports/tables.ts';
import type { DayDesk } from './dayDesk.ts';
import { type DaySnapshot, emptySchedule } from './daySnapshot.ts';
import type { PlanChange } from './planChange.ts';
import { RESERVE_SECONDS } from './plannedWindows.ts';
import { carryOtherwise } from './replan/carryOtherwise.ts';
import { type ShiftWork, standingOf } from './replan/shiftWork.ts';
import { type TimedShift, timeShift } from './timeShift.ts';
import { changePlan } from './transact.ts';

/** Lets the street change a shift; see `ShiftRevision.revise`. */
export async function reviseShift(
  desk: DayDesk,
  shiftId: string,
  actor: Actor,
  decide: (picture: ShiftPicture) => Outcome<StreetChange, Rejection>,
  record: (tables: Tables) => Promise<void>,
): Promise<Outcome<ShiftSchedule, Rejection>> {
  const shift = await desk.world.store.read(actor.scope, (tables) => tables.fleet.findShift(shiftId));
  if (!shift) return refusal({ code: 'unknownShift' });
  const written = await changePlan(
    desk,
    shift.day,
    actor,
    async (snapshot) => {
      const schedule = snapshot.schedules.get(shiftId) ?? emptySchedule(shift);
      const decided = decide({ shift, schedule, rides: snapshot.rides });
      return decided.ok ? applyToShift(desk, snapshot, schedule, decided.value) : decided;
    },
    async (tables, change) => {
      await record(tables);
      return success(change);
    },
  );
  return written.ok ? success(written.value.schedules[0]!) : written;
}

async function applyToShift(
  desk: DayDesk,
  snapshot: DaySnapshot,
  schedule: ShiftSchedule,
  change: StreetChange,
): Promise<Outcome<PlanChange, Rejection>> {
  let steps: RideStep[] = [];
  for (const { rideId, command } of change.commands) {
    const ride = steps.find((step) => step.after.id === rideId)?.after ?? snapshot.rides.get(rideId);
    const step = ride ? stepRide(ride, command) : refusal({ code: 'unknownRide' as const });
    if (!step.ok) return step;
    steps = joinSteps(steps, [step.value]);
  }
  const rides = new Map([...snapshot.rides, ...steps.map((step) => [step.after.id, step.after] as const)]);
  if (change.ended != null) return success(endedShift(snapshot, schedule, change, change.ended));
  const { ended: _ended, endedBy: _endedBy, ...open } = schedule;
  const reported: ShiftSchedule = { ...(change.ended === null ? open : schedule), stops: change.stops };
  const schedules = new Map([...snapshot.schedules, [schedule.shiftId, reported]]);
  const begun = { snapshot: { ...snapshot, rides, schedules }, steps, changed: new Set<string>() };
  const { work, timed } = await timeEased(desk, begun, schedule.shiftId);
  const others = [...work.changed].filter((id) => id !== schedule.shiftId);
  return success({
    snapshot,
    schedules: [timed.schedule, ...others.map((id) => work.snapshot.schedules.get(id)!)],
    steps: joinSteps(work.steps, timed.steps),
    events: change.events,
    shiftId: schedule.shiftId,
    cause: change.commands[0]?.command.type ?? change.events[0]?.type ?? 'street',
  });
}

/** Nobody is carried any more, so nothing is timed; the vehicle is home when its driver says so. */
function endedShift(
  snapshot: DaySnapshot,
  schedule: ShiftSchedule,
  { stops, events, endedBy }: StreetChange,
  ended: DaySecond,
): PlanChange {
  const left = stops.findLast(({ state }) => state === 'departed')?.departure ?? schedule.departure;
  const finish = Math.min(schedule.finish, Math.max(left, ended));
  const written = { ...schedule, version: snapshot.version + 1, stops, finish, ended };
  const schedules = [endedBy ? { ...written, endedBy } : written];
  return { snapshot, schedules, steps: [], events, cause: 'ShiftEnded' };
}

/**
 * Times what is left of a shift. Where promises would break, its rides are offered to other vehicles first, and what of
 * that leaves fewer people to be told otherwise is taken.
 */
async function timeEased(
  desk: DayDesk,
  begun: ShiftWork,
  shiftId: string,
): Promise<{ readonly work: ShiftWork; readonly timed: TimedShift }> {
  const time = (work: ShiftWork) => timeShift(desk, work.snapshot, shiftId, new Set());
  const timed = await time(begun);
  const broken = countBroken(timed);
  if (broken === 0) return { work: begun, timed };
  const standing = await standingOf(desk, begun.snapshot, shiftId);
  // The reserve inside a promise is for this: better fetched at its end than told another time.
  const terms = { reason: 'planChanged', lateSeconds: RESERVE_SECONDS } as const;
  const eased = await carryOtherwise(desk, { work: begun, standing }, shiftId, [], terms);
  if (eased.work === begun) return { work: begun, timed };
  const timedEased = await time(eased.work);
  return countBroken(timedEased) < broken ? { work: eased.work, timed: timedEased } : { work: begun, timed };
}

function countBroken({ steps }: TimedShift): number {
  return steps.filter(({ events }) => events.some(({ type }) => type === 'PromiseBroken')).length;
}
