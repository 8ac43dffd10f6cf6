import { joinSteps, stepRide } from '../domain/ride/stepRide.ts';
import { daySecondOf, type EpochMs } from '../domain/units/time.ts';
import type { PlanChange } from './planChange.ts';

/**
 * A ride that joins a stop at which the vehicle stands already: the vehicle has arrived for that rider, too. Without it
 * the driver could neither let them in nor drive on.
 */
export function meetStanding(change: PlanChange, now: EpochMs): PlanChange {
  const { snapshot, steps, schedules } = change;
  const changed = new Map(steps.map(({ after }) => [after.id, after]));
  const second = daySecondOf(snapshot.day, now);
  const arrivals = schedules
    .flatMap(({ stops }) => stops)
    .filter(({ state }) => state === 'arrived')
    .flatMap(({ pickups }) => pickups)
    .flatMap((id) => {
      const ride = changed.get(id) ?? snapshot.rides.get(id);
      const met = ride?.status === 'assigned' ? stepRide(ride, { type: 'arrive', second }) : undefined;
      return met?.ok ? [met.value] : [];
    });
  return arrivals.length === 0 ? change : { ...change, steps: joinSteps(steps, arrivals) };
}
