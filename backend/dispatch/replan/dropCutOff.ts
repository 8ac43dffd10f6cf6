import type { Ride } from '../../domain/ride/ride.ts';
import { stepRide } from '../../domain/ride/stepRide.ts';
import { UNREACHABLE } from '../../planner/index.ts';
import type { DayDesk } from '../dayDesk.ts';
import { drivingSeconds } from '../drivingSeconds.ts';
import { type PlanView, viewDay } from '../planView.ts';
import { type ShiftWork, withChange, withoutRide } from './shiftWork.ts';

/**
 * Takes those rides out of a shift to whose ends no road leads at their hour: nobody carries them, and they are called.
 * @param free rides that can still be taken off
 */
export async function dropCutOff(
  desk: DayDesk,
  work: ShiftWork,
  shiftId: string,
  free: ReadonlySet<string>,
): Promise<ShiftWork> {
  const { matrix, weights } = desk.world;
  const view = await viewDay(work.snapshot, desk.nowSecond(work.snapshot.day), matrix, weights, false);
  const shift = work.snapshot.shifts.find(({ id }) => id === shiftId)!;
  const depot = view.locations.get(`depot:${shift.depotId}`)!;
  let left = work;
  for (const id of free) {
    const ride = left.snapshot.rides.get(id);
    const schedule = left.snapshot.schedules.get(shiftId);
    if (!ride || !schedule || hasWay(view, ride, depot)) continue;
    const step = stepRide(ride, { type: 'unassign', reason: 'roadClosed' });
    if (step.ok) left = withChange(left, withoutRide(schedule, id), [step.value]);
  }
  return left;
}

function hasWay({ problem, locations }: PlanView, ride: Ride, depot: number): boolean {
  const from = locations.get(ride.from.id)!;
  const to = locations.get(ride.to.id)!;
  const { pickup, dropoff } = ride.scheduled;
  const leads = (a: number, b: number, second: number) =>
    drivingSeconds(problem.travel, a, b, second) < UNREACHABLE;
  return leads(depot, from, pickup ?? 0) && leads(from, to, pickup ?? 0) && leads(to, depot, dropoff ?? 0);
}
