import type { Actor } from '../../domain/account/actor.ts';
import { OPEN_BANDS } from '../../domain/road/roadState.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Roads } from '../../ports/roads.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { PlanChange } from '../planChange.ts';
import type { PreparedView } from '../preparedView.ts';
import { type DrivenLines, findCrossingLegs } from './crossingLegs.ts';
import { plannedLegs } from './plannedLegs.ts';
import { type ReplanAim, replanShift } from './replanShift.ts';
import { rescueTogether } from './rescueTogether.ts';
import { takeBack } from './takeBack.ts';

/** What became of a day's plan when its roads changed. */
export interface RoadsReplan {
  /** Rides with other times or another vehicle, their promises kept. */
  readonly movedRideIds: readonly string[];
  /** Rides to call: new times were told, or nobody carries them any more. */
  readonly callRideIds: readonly string[];
  /** Shifts with somebody aboard to whom no road leads: a person has to decide. */
  readonly stuckShiftIds: readonly string[];
}

const MOST_PASSES = 4;

/** No ride had to be moved. */
const NOTHING_MOVED: RoadsReplan = { movedRideIds: [], callRideIds: [], stuckShiftIds: [] };

/**
 * Brings a day's plan in line with the roads as they are now: shifts with a leg over a closed part at its hour, shifts
 * that cannot be driven in time, and shifts that take another time since a road opened again or snow came. Then rides
 * that an earlier change left without a vehicle are taken back where it can be done as promised.
 * @param roadsOf answers for a road state; ways are driven again on the roads that the plan was made on
 * @throws RoadsFault `unreachable` where the roads do not answer; then nothing has changed
 */
export async function replanForRoads(
  desk: DayDesk,
  roadsOf: (stateId: string) => Roads,
  day: ServiceDay,
  actor: Actor,
): Promise<RoadsReplan> {
  const passes: RoadsReplan[] = [];
  const lines: DrivenLines = new Map();
  const stuck = new Set<string>();
  // Who was planning while the roads changed may have written a plan on the old ones after the first look.
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const aims = (await findAims(desk, roadsOf, day, lines)).filter(({ shiftId }) => !stuck.has(shiftId));
    if (aims.length === 0) break;
    const rescued = await rescueTogether(
      desk,
      day,
      aims.map(({ shiftId }) => shiftId),
      actor,
    );
    const replan = rescued ? replanOf([rescued], []) : await replanAll(desk, day, aims, actor);
    for (const shiftId of replan.stuckShiftIds) stuck.add(shiftId);
    passes.push(replan);
  }
  const back = await takeBack(desk, day, actor);
  if (back) passes.push(replanOf([back], []));
  return mergeReplans(passes);
}

/** Shifts to be replanned, each with the rides for which its crossing legs are driven. */
async function findAims(
  desk: DayDesk,
  roadsOf: (stateId: string) => Roads,
  day: ServiceDay,
  lines: DrivenLines,
): Promise<ReplanAim[]> {
  const snapshot = await desk.snapshot(day);
  const legs = plannedLegs(snapshot);
  if (legs.length === 0) return [];
  const crossing = await findCrossingLegs(desk.world.store, roadsOf, day, legs, lines);
  const prepared = await desk.view(snapshot);
  const shiftIds = new Set([
    ...crossing.map(({ shiftId }) => shiftId),
    ...prepared.untimed.map(({ vehicle }) => snapshot.shifts[vehicle]!.id),
    ...shiftsOnOtherRoads(snapshot, prepared),
  ]);
  return [...shiftIds].map((shiftId) => {
    const ofShift = crossing.filter((leg) => leg.shiftId === shiftId);
    const rideIds = [...new Set(ofShift.flatMap((leg) => leg.rideIds))];
    return { shiftId, rideIds, reason: 'roadClosed' };
  });
}

/** Shifts planned on other roads than those of today, on which they take another time: a pass opens, snow comes. */
function shiftsOnOtherRoads({ shifts, schedules }: DaySnapshot, { view, day }: PreparedView): string[] {
  return shifts.flatMap(({ id }, v) => {
    const schedule = schedules.get(id);
    if (!schedule || schedule.stops.every(({ state }) => state !== 'planned')) return [];
    const bands = schedule.roads?.bands ?? OPEN_BANDS;
    const isSame = JSON.stringify(bands) === JSON.stringify(view.roadBands);
    return isSame || day.vehicles[v]!.schedule.drivingSeconds === schedule.drivingSeconds ? [] : [id];
  });
}

/** All that was moved; a ride that was called for is not listed as moved. */
export function mergeReplans(replans: readonly RoadsReplan[]): RoadsReplan {
  const all = (key: keyof RoadsReplan) => [...new Set(replans.flatMap((replan) => replan[key]))];
  const callRideIds = all('callRideIds');
  const movedRideIds = all('movedRideIds').filter((id) => !callRideIds.includes(id));
  return { movedRideIds, callRideIds, stuckShiftIds: all('stuckShiftIds') };
}

/** Times those shifts anew that were planned on estimates, now that the roads answer. */
export async function replanEstimates(desk: DayDesk, day: ServiceDay, actor: Actor): Promise<RoadsReplan> {
  const snapshot = await desk.snapshot(day);
  const aims = [...snapshot.schedules.values()]
    .filter(({ roads, stops }) => roads?.isEstimate && stops.some((stop) => stop.state === 'planned'))
    .map(({ shiftId }): ReplanAim => ({ shiftId, rideIds: [], reason: 'vehicleLate' }));
  if (aims.length === 0) return NOTHING_MOVED;
  const { view } = await desk.view(snapshot);
  if (view.quality === 'estimate') return NOTHING_MOVED;
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
  return replanOf(changes, stuckShiftIds);
}

function replanOf(changes: readonly PlanChange[], stuckShiftIds: readonly string[]): RoadsReplan {
  const steps = changes.flatMap((change) => change.steps);
  const called = steps.filter(({ events }) => events.some(({ type }) => type === 'CallBackCreated'));
  const ids = (of: typeof steps) => of.map(({ after }) => after.id);
  return mergeReplans([{ movedRideIds: ids(steps), callRideIds: ids(called), stuckShiftIds }]);
}
