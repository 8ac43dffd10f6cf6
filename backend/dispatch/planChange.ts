import type { Actor } from '../domain/account/actor.ts';
import { callsOwed } from '../domain/callBack/callsOwed.ts';
import type { DayEvent, LogEvent } from '../domain/event/logEvent.ts';
import { rideLogEvents } from '../domain/event/rideLogEvents.ts';
import type { RidePlace } from '../domain/place/place.ts';
import { FINAL_STATUSES, type Ride } from '../domain/ride/ride.ts';
import { type RideStep, stepRide } from '../domain/ride/stepRide.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { EpochMs } from '../domain/units/time.ts';
import type { Schedule } from '../planner/index.ts';
import type { Tables } from '../ports/tables.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import type { PlanView } from './planView.ts';
import { listAwaitedAgain, toShiftSchedule } from './toShiftSchedule.ts';

/** All that one change of the plan writes. */
export interface PlanChange {
  readonly snapshot: DaySnapshot;
  /** Those that change; mostly one. */
  readonly schedules: readonly ShiftSchedule[];
  readonly steps: readonly RideStep[];
  readonly events: readonly DayEvent[];
  /** Whose events these are; of the only shift that changes unless given. */
  readonly shiftId?: string;
  readonly cause: string;
}

/** Writes changes under the versions that the transaction holds. */
export async function writeChanges(
  tables: Tables,
  changes: readonly PlanChange[],
  actor: Actor,
  at: EpochMs,
): Promise<void> {
  const steps = changes.flatMap((change) => change.steps);
  // What ends makes room first: one way home may take the place of another.
  await writeSteps(tables, steps.filter(endsNow));
  await writeSteps(
    tables,
    steps.filter((step) => !endsNow(step)),
  );
  for (const change of changes) await writeChange(tables, change, actor, at);
}

function endsNow({ after }: RideStep): boolean {
  return after.status === 'offered' || FINAL_STATUSES.includes(after.status);
}

async function writeSteps(tables: Tables, steps: readonly RideStep[]): Promise<void> {
  await tables.rides.update(
    steps.map((step) => step.after),
    steps.map((step) => step.before.revision),
  );
}

async function writeChange(tables: Tables, change: PlanChange, actor: Actor, at: EpochMs): Promise<void> {
  const { snapshot, schedules, steps, cause } = change;
  if (schedules.length > 0) await tables.days.saveSchedules(schedules);
  await tables.callBacks.owe(callsOwed(steps, at), at);
  const revised: DayEvent = { type: 'ScheduleRevised', version: snapshot.version + 1, cause };
  const shiftIds = schedules.map(({ shiftId }) => shiftId);
  const line = (shiftId: string | null, body: DayEvent): LogEvent => ({
    occurredAt: at,
    day: snapshot.day,
    rideId: null,
    shiftId,
    municipality: null,
    personId: null,
    actor: actor.name,
    body,
  });
  const dayEvents = [
    ...change.events.map((body) => line(shiftOf(change), body)),
    ...(shiftIds.length > 0 ? shiftIds : [null]).map((shiftId) => line(shiftId, revised)),
  ];
  const rideEvents = steps.flatMap(({ before, after, events }) =>
    rideLogEvents(after, events, actor, at, after.shiftId ?? before.shiftId),
  );
  await tables.events.append([...rideEvents, ...dayEvents]);
}

function shiftOf({ shiftId, schedules }: PlanChange): string | null {
  return shiftId ?? (schedules.length === 1 ? schedules[0]!.shiftId : null);
}

/** A planner's schedule in the words of the domain, with places looked up among these rides. */
export function describeSchedule(
  view: PlanView,
  schedule: Schedule,
  rides: ReadonlyMap<string, Ride>,
  newStopId: () => string,
): ShiftSchedule {
  const placeOf = (rideId: string, kind: 'pickup' | 'dropoff'): RidePlace => {
    const ride = rides.get(rideId) ?? view.snapshot.rides.get(rideId);
    if (!ride) throw new Error(`The schedule names an unknown ride ${rideId}.`);
    return kind === 'pickup' ? ride.from : ride.to;
  };
  return toShiftSchedule(view, schedule, view.snapshot.version + 1, newStopId, placeOf);
}

/** When a ride is to begin and end; said where that is an estimate. */
export interface PlannedTimes {
  readonly pickup: number;
  readonly dropoff: number;
  readonly isEstimate?: true;
}

/** The start of service at both ends of a ride in a planner's schedule. */
export function timesOf(view: PlanView, schedule: Schedule, rideId: string): PlannedTimes {
  const request = view.rideIds.indexOf(rideId);
  const at = (visit: number) => schedule.starts[schedule.visits.indexOf(visit)]!;
  const times = { pickup: at(request * 2), dropoff: at(request * 2 + 1) };
  return view.quality === 'estimate' ? { ...times, isEstimate: true } : times;
}

/**
 * Steps of the rides whose planned times the new schedule moves, or from whose door the vehicle goes elsewhere first,
 * leaving out those that have a step already.
 */
export function rescheduleSteps(
  view: PlanView,
  schedule: Schedule,
  rides: ReadonlyMap<string, Ride>,
  except: ReadonlySet<string>,
): RideStep[] {
  const ids = new Set(
    schedule.visits.filter((visit) => visit >= 0).map((visit) => view.rideIds[Math.floor(visit / 2)]),
  );
  const awaited = listAwaitedAgain(view, schedule);
  const steps: RideStep[] = [];
  for (const id of ids) {
    const ride = id === null || id === undefined || except.has(id) ? undefined : rides.get(id);
    if (!ride) continue;
    const times = timesOf(view, schedule, ride.id);
    const moved = {
      ...times,
      pickup: ride.performed.pickup ?? times.pickup,
      dropoff: ride.performed.dropoff ?? times.dropoff,
    };
    const isAwaitedAgain = awaited.has(ride.id);
    if (!isAwaitedAgain && isAsScheduled(ride, moved)) continue;
    const withdrawn = { type: 'withdrawArrival', reason: 'sentElsewhere' } as const;
    const step = stepRide(ride, ...(isAwaitedAgain ? [withdrawn] : []), { type: 'reschedule', ...moved });
    if (step.ok) steps.push(step.value);
  }
  return steps;
}

function isAsScheduled({ scheduled, isEstimate = false }: Ride, times: PlannedTimes): boolean {
  const isSameQuality = isEstimate === (times.isEstimate ?? false);
  return isSameQuality && times.pickup === scheduled.pickup && times.dropoff === scheduled.dropoff;
}
