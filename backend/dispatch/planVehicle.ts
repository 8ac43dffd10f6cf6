import { type DutyRules, dutyRulesOf } from '../domain/fleet/dutyRules.ts';
import type { Shift, ShiftBreak } from '../domain/fleet/fleet.ts';
import { drivenSoFar } from '../domain/schedule/hoursAtWheel.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { TimeWindow } from '../domain/units/time.ts';
import type { PlanBreak, PlanVehicle } from '../planner/index.ts';
import type { ApartRules } from './apart/apartRules.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { skillBits } from './planRequest.ts';

/** The bit of each provider: its place in the snapshot's list. */
export function operatorBits(snapshot: DaySnapshot, providerIds: readonly string[]): number {
  return snapshot.providers.reduce(
    (bits, { id }, i) => (providerIds.includes(id) ? bits | (1 << i) : bits),
    0,
  );
}

/** What is fixed of a shift, from the front of its stored schedule. */
export interface FixedPast {
  /** How many of its stops are fixed. */
  readonly fixedStops: number;
  /** Does the vehicle stand free at the stop behind them? */
  readonly stands: boolean;
  /** Does a break without length close the last of its fixed visits? */
  readonly closes: boolean;
}

/**
 * A shift as the planner sees it, with the law as it stands.
 * @param keeps the bit of each shift that keeps rides (`keepBits`)
 */
export function planVehicle(
  snapshot: DaySnapshot,
  shift: Shift,
  locations: ReadonlyMap<string, number>,
  past: FixedPast,
  apart: ApartRules,
  keeps: ReadonlyMap<string, number>,
): PlanVehicle {
  const vehicle = snapshot.vehicles.get(shift.vehicleId);
  if (!vehicle) throw new Error(`Shift ${shift.id} has no vehicle ${shift.vehicleId}.`);
  const depot = locations.get(`depot:${shift.depotId}`)!;
  const planned = snapshot.schedules.get(shift.id);
  const plannedBreaks = new Map(
    planned?.stops.filter((stop) => stop.kind === 'break').map((stop) => [stop.id, stop]),
  );
  const breaks = shift.breaks.map((rest, b) => ({
    window: breakWindow(rest, planned, plannedBreaks.get(`break-${b}`)?.start),
    seconds: rest.seconds,
  }));
  return {
    id: shift.id,
    startLocation: depot,
    endLocation: depot,
    window: windowOf(shift, planned),
    ...restedFromOf(snapshot, shift, planned),
    configurations: vehicle.configurations,
    skills: skillBits(vehicle.skills) | apart.skillsOf(shift),
    operator: operatorBits(snapshot, [shift.providerId]) | (keeps.get(shift.id) ?? 0),
    breaks: past.closes ? [...breaks, closingBreak(breaks, planned, past.fixedStops)] : breaks,
    ...lawfulDuty(snapshot, shift, planned, past),
    costPerHour: vehicle.costPerHourYen,
    costPerKilometre: vehicle.costPerKilometreYen,
    fixedCost: 0,
  };
}

/**
 * When the vehicle may be out: a shift that already runs late as late as it is planned to, and no later. One that its
 * driver has ended has no time at all, so that nothing fits into it.
 */
function windowOf({ start, end }: Shift, planned: ShiftSchedule | undefined): TimeWindow {
  if (planned?.ended !== undefined) return { earliest: start, latest: start };
  return {
    earliest: Math.min(start, planned?.departure ?? start),
    latest: Math.max(end, planned?.finish ?? 0),
  };
}

/**
 * From when on the driver is rested. A tour that is planned to leave sooner, since the evening before became late after
 * it was promised, leaves as soon as it is planned to, and no sooner.
 */
function restedFromOf(
  { rests }: DaySnapshot,
  shift: Shift,
  planned: ShiftSchedule | undefined,
): Pick<PlanVehicle, 'restedFrom'> {
  const restedFrom = rests.restedFrom.get(shift.id);
  if (restedFrom === undefined) return {};
  const standing = planned && planned.stops.length > 0 ? planned.departure : Number.POSITIVE_INFINITY;
  return { restedFrom: Math.min(restedFrom, standing, windowOf(shift, planned).latest) };
}

/** Comes in its turn: breaks are taken in the order of their hours. */
function closingBreak(
  breaks: readonly PlanBreak[],
  planned: ShiftSchedule | undefined,
  fixedStops: number,
): PlanBreak {
  const taken = new Set(planned?.stops.slice(0, fixedStops).map(({ id }) => id));
  const since = breaks.filter((_, b) => taken.has(`break-${b}`)).map(({ window }) => window.earliest);
  return { window: { earliest: Math.max(0, ...since), latest: Number.MAX_SAFE_INTEGER }, seconds: 0 };
}

/** What the law asks of the driver; a duty that the street has made too long may be as long as it is, and no longer. */
function lawfulDuty(
  snapshot: DaySnapshot,
  shift: Shift,
  planned: ShiftSchedule | undefined,
  { fixedStops, stands }: FixedPast,
): Pick<PlanVehicle, 'maxDurationSeconds' | 'drivingLimit' | 'driven'> {
  const provider = snapshot.providers.find(({ id }) => id === shift.providerId);
  const lastEnd = Math.max(shift.end, planned?.finish ?? 0);
  const rules: Partial<DutyRules> = provider ? dutyRulesOf(provider.category, lastEnd - shift.start) : {};
  const { maxDutySeconds, drivingLimit } = rules;
  const duty = planned ? planned.finish - planned.departure : 0;
  return {
    ...(maxDutySeconds === undefined ? {} : { maxDurationSeconds: Math.max(maxDutySeconds, duty) }),
    ...(drivingLimit && { drivingLimit }),
    ...(drivingLimit && planned && { driven: drivenSoFar(drivingLimit, planned, fixedStops, stands) }),
  };
}

/**
 * The hours of a break, wide enough for what is planned already: a driver who comes back late to a break at the depot
 * takes it then.
 */
function breakWindow(
  rest: ShiftBreak,
  planned: ShiftSchedule | undefined,
  start: number | undefined,
): TimeWindow {
  const { earliest, latest } = rest.window;
  if (start !== undefined) return { earliest: Math.min(earliest, start), latest: Math.max(latest, start) };
  const isOutBefore =
    planned !== undefined && planned.stops.length > 0 && planned.departure < earliest + rest.seconds;
  return { earliest, latest: isOutBefore ? Math.max(latest, planned.finish) : latest };
}
