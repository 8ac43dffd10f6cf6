import type { Actor } from '../../domain/account/actor.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Roads } from '../../ports/roads.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { PlanChange } from '../planChange.ts';
import { findCrossingLegs } from './crossingLegs.ts';
import { plannedLegs } from './plannedLegs.ts';
import { type ReplanAim, replanShift } from './replanShift.ts';

/** What became of a day's plan when its roads changed. */
export interface RoadsReplan {
  /** Rides with other times or another vehicle, their promises kept. */
  readonly movedRideIds: readonly string[];
  /** Rides to call: new times were told, or nobody carries them any more. */
  readonly callRideIds: readonly string[];
  /** Shifts with somebody aboard to whom no road leads: a person has to decide. */
  readonly stuckShiftIds: readonly string[];
}

/**
 * Brings a day's plan in line with the closures that stand: shifts with a leg over a closed part at its hour, and
 * shifts that cannot be driven in time on the roads as they are now.
 * @param roadsOf answers for a road state; ways are driven again on the roads that the plan was made on
 * @throws RoadsFault `unreachable` where the roads do not answer; then nothing has changed
 */
export async function replanForRoads(
  desk: DayDesk,
  roadsOf: (stateId: string) => Roads,
  day: ServiceDay,
  actor: Actor,
): Promise<RoadsReplan> {
  const snapshot = await desk.snapshot(day);
  const crossing = await findCrossingLegs(desk.world.store, roadsOf, day, plannedLegs(snapshot));
  const { untimed } = await desk.view(snapshot);
  const shiftIds = new Set([
    ...crossing.map(({ shiftId }) => shiftId),
    ...untimed.map(({ vehicle }) => snapshot.shifts[vehicle]!.id),
  ]);
  const aims = [...shiftIds].map((shiftId): ReplanAim => {
    const legs = crossing.filter((leg) => leg.shiftId === shiftId);
    return { shiftId, rideIds: [...new Set(legs.flatMap(({ rideIds }) => rideIds))], reason: 'roadClosed' };
  });
  return replanAll(desk, day, aims, actor);
}

/** Times those shifts anew that were planned on estimates, now that the roads answer. */
export async function replanEstimates(desk: DayDesk, day: ServiceDay, actor: Actor): Promise<RoadsReplan> {
  const snapshot = await desk.snapshot(day);
  const { view } = await desk.view(snapshot);
  if (view.quality === 'estimate') return { movedRideIds: [], callRideIds: [], stuckShiftIds: [] };
  const aims = [...snapshot.schedules.values()]
    .filter(({ roads, stops }) => roads?.isEstimate && stops.some((stop) => stop.state === 'planned'))
    .map(({ shiftId }): ReplanAim => ({ shiftId, rideIds: [], reason: 'vehicleLate' }));
  return replanAll(desk, day, aims, actor);
}

async function replanAll(
  desk: DayDesk,
  day: ServiceDay,
  aims: readonly ReplanAim[],
  actor: Actor,
): Promise<RoadsReplan> {
  const changes: PlanChange[] = [];
  const stuckShiftIds: string[] = [];
  for (const aim of aims) {
    const outcome = await replanShift(desk, day, aim, actor);
    if (outcome.ok) changes.push(outcome.value);
    else stuckShiftIds.push(aim.shiftId);
  }
  const steps = changes.flatMap((change) => change.steps);
  const called = steps.filter(({ events }) => events.some(({ type }) => type === 'CallBackCreated'));
  const callRideIds = [...new Set(called.map(({ after }) => after.id))];
  const movedRideIds = [...new Set(steps.map(({ after }) => after.id))].filter(
    (id) => !callRideIds.includes(id),
  );
  return { movedRideIds, callRideIds, stuckShiftIds };
}
