import type { Shift, Vehicle } from '../domain/fleet/fleet.ts';
import { partyLoad } from '../domain/ride/party.ts';
import { FINAL_STATUSES, type Ride } from '../domain/ride/ride.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { type Load, PLACE_KINDS } from '../domain/units/load.ts';
import type { DaySecond } from '../domain/units/time.ts';

/** One hour of a day: what the vehicles on duty hold and what is taken of it. Loads count `PLACE_KINDS`. */
export interface HourForecast {
  readonly from: DaySecond;
  readonly vehicles: number;
  /** Places of the vehicles that are on duty all the hour, each in its first arrangement. */
  readonly places: Load;
  /** The most that are aboard at one time by what is booked. */
  readonly booked: Load;
  /** The same with the ways home that riders will ring for; these places are held for them. */
  readonly withWillCalls: Load;
  /** Ways home on call that are expected to begin in this hour. */
  readonly expectedCalls: number;
}

/** What a forecast is made of. */
export interface DutyDay {
  readonly shifts: readonly Shift[];
  readonly vehicles: ReadonlyMap<string, Vehicle>;
  readonly rides: readonly Ride[];
}

const HOUR = 3600;
/** How long a ride on call is taken to last when nobody has asked the roads yet. */
const USUAL_RIDE_SECONDS = 1800;

/** Shifts as long as they are driven: a driver who has gone home holds no places any more. */
export function untilEnded(shifts: readonly Shift[], schedules: readonly ShiftSchedule[]): readonly Shift[] {
  const ends = new Map(schedules.map(({ shiftId, ended }) => [shiftId, ended]));
  return shifts.map((shift) => ({ ...shift, end: Math.min(shift.end, ends.get(shift.id) ?? shift.end) }));
}

interface Aboard {
  readonly start: DaySecond;
  readonly end: DaySecond;
  readonly load: Load;
}

/** The hours in which vehicles are on duty, with what is taken and what is expected; in order. */
export function forecastCapacity(day: DutyDay): readonly HourForecast[] {
  const { shifts } = day;
  if (shifts.length === 0) return [];
  const first = Math.floor(Math.min(...shifts.map(({ start }) => start)) / HOUR);
  const last = Math.ceil(Math.max(...shifts.map(({ end }) => end)) / HOUR);
  const standing = day.rides.filter(({ status }) => !FINAL_STATUSES.includes(status));
  const booked = standing.flatMap(bookedAboard);
  const waiting = standing.filter(({ status }) => status === 'willCall');
  const expected = waiting.map(expectedAboard);
  return Array.from({ length: last - first }, (_, i) => {
    const from = (first + i) * HOUR;
    const onDuty = shifts.filter(({ start, end }) => start <= from && from + HOUR <= end);
    return {
      from,
      vehicles: onDuty.length,
      places: sumLoads(onDuty.map(({ vehicleId }) => day.vehicles.get(vehicleId)?.configurations[0] ?? [])),
      booked: peakLoad(booked, from),
      withWillCalls: peakLoad([...booked, ...expected], from),
      expectedCalls: expected.filter(({ start }) => from <= start && start < from + HOUR).length,
    };
  });
}

function bookedAboard({ promise, scheduled, party }: Ride): Aboard[] {
  if (promise === null) return [];
  const start = scheduled.pickup ?? promise.pickup.earliest;
  return [{ start, end: scheduled.dropoff ?? promise.dropoff.latest, load: partyLoad(party) }];
}

function expectedAboard({ willCall, requested, party }: Ride): Aboard {
  const start = willCall?.expectedSecond ?? requested.second;
  return { start, end: start + USUAL_RIDE_SECONDS, load: partyLoad(party) };
}

/** By kind of place: the most taken at one time within the hour. It can only grow where somebody gets in. */
function peakLoad(all: readonly Aboard[], from: DaySecond): Load {
  const within = all.filter(({ start, end }) => start < from + HOUR && from < end);
  const moments = [from, ...within.map(({ start }) => Math.max(start, from))];
  const loads = moments.map((at) =>
    sumLoads(within.filter(({ start, end }) => start <= at && at < end).map(({ load }) => load)),
  );
  return PLACE_KINDS.map((_, kind) => Math.max(...loads.map((load) => load[kind]!)));
}

function sumLoads(loads: readonly Load[]): Load {
  return PLACE_KINDS.map((_, kind) => loads.reduce((sum, load) => sum + (load[kind] ?? 0), 0));
}
