import type { Shift } from '../domain/fleet/fleet.ts';
import { partyDwell, partySize } from '../domain/ride/party.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { WaitlistEntry } from '../domain/waitlist/waitlistEntry.ts';
import type { DayFigures } from './dayFigures.ts';

const CARRIED: readonly Ride['status'][] = ['booked', 'assigned', 'vehicleArrived', 'onBoard', 'done'];

/** A day as it was kept, to be put into figures. */
export interface DayRecord {
  readonly day: ServiceDay;
  readonly rides: readonly Ride[];
  readonly shifts: readonly Shift[];
  readonly schedules: readonly ShiftSchedule[];
  /** Metres of the driven legs with nobody aboard; see `listLegs`. */
  readonly emptyMetres: number;
  /** Of the day; nobody waited where absent. */
  readonly waitlist?: readonly WaitlistEntry[];
}

/** Folds a day into its figures; definitions stand in `DayFigures`. */
export function computeDayFigures(record: DayRecord): DayFigures {
  const served = record.rides.filter((ride) => CARRIED.includes(ride.status) && ride.promise !== null);
  const metres = sum(record.schedules.map((schedule) => schedule.drivingMetres));
  const used = record.schedules.filter((schedule) => schedule.stops.some((stop) => stop.kind === 'stop'));
  const hours = sum(used.map((schedule) => schedule.finish - schedule.departure)) / 3600;
  const passengers = sum(served.map((ride) => partySize(ride.party)));
  return {
    day: record.day,
    requests: record.rides.length,
    served: served.length,
    denied: countReasons(
      record.rides.map(({ status, endReason }) => (status === 'denied' ? endReason : null)),
    ),
    unmet: countReasons(
      (record.waitlist ?? []).map(({ state, reason }) => (state === 'unmet' ? reason : null)),
    ),
    meanWaitSeconds: mean(served.map(waitOf)),
    meanDetourSeconds: mean(served.map(detourOf)),
    onTimeShare: mean(served.map((ride) => (isOnTime(ride) ? 1 : 0))),
    tripsPerVehicleHour: hours > 0 ? passengers / hours : null,
    kilometres: metres / 1000,
    emptyShare: metres > 0 ? record.emptyMetres / metres : null,
  };
}

function countReasons(reasons: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) {
    if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function pickupOf(ride: Ride): number {
  return ride.performed.pickup ?? ride.scheduled.pickup ?? ride.promise!.pickup.earliest;
}

function dropoffOf(ride: Ride): number {
  return ride.performed.dropoff ?? ride.scheduled.dropoff ?? ride.promise!.dropoff.latest;
}

function waitOf(ride: Ride): number {
  return Math.max(0, pickupOf(ride) - ride.promise!.pickup.earliest);
}

function detourOf(ride: Ride): number {
  const ridden = dropoffOf(ride) - pickupOf(ride) - partyDwell(ride.party).openSeconds;
  return Math.max(0, ridden - (ride.directSeconds ?? 0));
}

function isOnTime(ride: Ride): boolean {
  const { pickup, dropoff } = ride.promise!;
  return pickupOf(ride) <= pickup.latest && dropoffOf(ride) <= dropoff.latest;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? sum(values) / values.length : null;
}
