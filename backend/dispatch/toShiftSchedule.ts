import type { RidePlace } from '../domain/place/place.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { expectedAt } from '../domain/schedule/silence.ts';
import type { Schedule } from '../planner/index.ts';
import type { PlanView } from './planView.ts';

/** One visit on its way back into words. */
interface NamedVisit {
  readonly kind: 'pickup' | 'dropoff' | 'break';
  /** Ride id, or break number as text. */
  readonly id: string;
  readonly place: RidePlace | null;
  readonly position: number;
}

/**
 * A planner's schedule as stops. Visits at one place in a row make one stop, dropoffs before pickups; stops keep the
 * id and the performed times they had.
 */
export function toShiftSchedule(
  view: PlanView,
  schedule: Schedule,
  version: number,
  newStopId: () => string,
  placeOf: (rideId: string, kind: 'pickup' | 'dropoff') => RidePlace,
): ShiftSchedule {
  const shift = view.snapshot.shifts[schedule.vehicle]!;
  const before = view.snapshot.schedules.get(shift.id);
  const known = new StopMemory(before, view.nowSecond);
  const named = nameVisits(view, schedule, placeOf);
  const stops = groupVisits(named, schedule).map((group) => stopOf(group, schedule, known, newStopId));
  return {
    shiftId: shift.id,
    day: shift.day,
    version,
    departure: schedule.departure,
    finish: schedule.finish,
    drivingSeconds: schedule.drivingSeconds,
    drivingMetres: schedule.drivingMetres,
    stops: withEmptyStops(stops, before),
    roads: { bands: view.roadBands, isEstimate: view.quality === 'estimate' },
  };
}

function nameVisits(
  view: PlanView,
  schedule: Schedule,
  placeOf: (rideId: string, kind: 'pickup' | 'dropoff') => RidePlace,
): NamedVisit[] {
  return schedule.visits.flatMap((visit, position): NamedVisit[] => {
    if (visit < 0) return [{ kind: 'break', id: String(-1 - visit), place: null, position }];
    const rideId = view.rideIds[Math.floor(visit / 2)];
    if (rideId === null || rideId === undefined) return [];
    const kind = visit % 2 === 0 ? 'pickup' : 'dropoff';
    return [{ kind, id: rideId, place: placeOf(rideId, kind), position }];
  });
}

/** Whoever gets in this long after the last one got out is fetched at a stop of its own; the driver may rest between. */
const LONG_PAUSE_SECONDS = 600;

function groupVisits(named: readonly NamedVisit[], schedule: Schedule): NamedVisit[][] {
  const groups: NamedVisit[][] = [];
  for (const visit of named) {
    const last = groups.at(-1)?.at(-1);
    const joins =
      last?.place != null &&
      last.place.id === visit.place?.id &&
      !(last.kind === 'pickup' && visit.kind === 'dropoff') &&
      schedule.starts[visit.position]! - schedule.ends[last.position]! < LONG_PAUSE_SECONDS;
    if (joins) groups.at(-1)!.push(visit);
    else groups.push([visit]);
  }
  return groups;
}

function stopOf(
  group: NamedVisit[],
  schedule: Schedule,
  known: StopMemory,
  newStopId: () => string,
): ScheduledStop {
  const first = group[0]!;
  const last = group.at(-1)!;
  const before = known.find(group);
  return {
    id: before?.id ?? (first.kind === 'break' ? `break-${first.id}` : newStopId()),
    kind: first.kind === 'break' ? 'break' : 'stop',
    place: first.place,
    arrival: schedule.arrivals[first.position]!,
    start: schedule.starts[first.position]!,
    end: schedule.ends[last.position]!,
    departure: schedule.departures[last.position]!,
    pickups: group.filter((visit) => visit.kind === 'pickup').map((visit) => visit.id),
    dropoffs: group.filter((visit) => visit.kind === 'dropoff').map((visit) => visit.id),
    loadAfter: [...schedule.loads[last.position]!],
    slackSeconds: Math.min(...group.map((visit) => schedule.slacks[visit.position]!)),
    state: before?.state ?? 'planned',
    performedArrival: before?.performedArrival ?? null,
    performedDeparture: before?.performedDeparture ?? null,
    ...known.expectationOf(before),
  };
}

/** Finds the stop that a group of visits was, so that a device's report by stop id still means the same. */
class StopMemory {
  readonly #byVisit = new Map<string, ScheduledStop>();
  readonly #used = new Set<string>();

  constructor(
    readonly before: ShiftSchedule | undefined,
    readonly nowSecond: number,
  ) {
    for (const stop of before?.stops ?? []) {
      for (const id of stop.pickups) this.#byVisit.set(`pickup:${id}`, stop);
      for (const id of stop.dropoffs) this.#byVisit.set(`dropoff:${id}`, stop);
      if (stop.kind === 'break') this.#byVisit.set(`break:${stop.id.replace('break-', '')}`, stop);
    }
  }

  expectationOf(stop: ScheduledStop | undefined): Pick<ScheduledStop, 'expected'> {
    const expected = stop && this.before && expectedAt(stop, this.before, this.nowSecond);
    return expected === undefined ? {} : { expected };
  }

  find(group: readonly NamedVisit[]): ScheduledStop | undefined {
    for (const visit of group) {
      const stop = this.#byVisit.get(`${visit.kind}:${visit.id}`);
      if (!stop || this.#used.has(stop.id)) continue;
      this.#used.add(stop.id);
      return stop;
    }
    return undefined;
  }
}

/** Stops that the vehicle came to and at which nobody got in stay in the record, in front of what follows them. */
function withEmptyStops(stops: readonly ScheduledStop[], before: ShiftSchedule | undefined): ScheduledStop[] {
  const kept = new Set(stops.map((stop) => stop.id));
  const empty = (before?.stops ?? []).filter((stop) => !kept.has(stop.id) && stop.state !== 'planned');
  return [...stops, ...empty].sort((a, b) => rank(a) - rank(b));
}

function rank(stop: ScheduledStop): number {
  return stop.performedArrival ?? stop.start;
}
