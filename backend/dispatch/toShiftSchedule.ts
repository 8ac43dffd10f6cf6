import type { RidePlace } from '../domain/place/place.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { Schedule } from '../planner/index.ts';
import type { PlanView } from './planView.ts';
import { isReported } from './stand.ts';
import { type NamedVisit, StopMemory } from './stopMemory.ts';
import { asDriven, homeAt, leavingInTime, leftStop } from './stopsBehind.ts';
import { isWaitingPlace, waitingId } from './waitingPlace.ts';

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
  const stand = view.stands[schedule.vehicle];
  const groups = groupVisits(nameVisits(view, schedule, placeOf), schedule, known, stand !== undefined);
  const ahead = groups.findIndex(([first]) => first!.position >= schedule.fixedCount);
  const goesOn = stand && groups[ahead]?.[0]?.place?.id === stand.place.id;
  if (stand && isReported(stand)) known.keep(stand.stop.id);
  const served = groups.map((group, g) => {
    const isHere = goesOn && g === ahead;
    const own = isHere && isReported(stand) ? stand.stop : known.find(group);
    const stop = { ...stopOf(group, schedule, own, newStopId), ...known.expectationOf(own) };
    return isHere ? { ...stop, arrival: isReported(stand) ? stand.stop.arrival : stand.since } : stop;
  });
  const leave = schedule.departures[schedule.fixedCount - 1];
  const isLeft = stand && !goesOn && (stand.stop !== null || ahead >= 0);
  const left = isLeft ? [leftStop(stand, Math.max(leave!, view.nowSecond), newStopId)] : [];
  const written = withEmptyStops([...served, ...left], before);
  const past = {
    stops: before?.stops ?? [],
    fixedStops: view.fixedStops[schedule.vehicle]!,
    leave: stand ? undefined : leave,
  };
  const stops = leavingInTime(asDriven(written, past), view);
  return {
    shiftId: shift.id,
    day: shift.day,
    version,
    departure: schedule.departure,
    finish: stand && !stand.stop && !isLeft ? stand.since : homeAt(stops, schedule),
    drivingSeconds: schedule.drivingSeconds,
    drivingMetres: schedule.drivingMetres,
    stops,
    roads: { bands: view.roadBands, isEstimate: view.quality === 'estimate' },
  };
}

function nameVisits(
  view: PlanView,
  schedule: Schedule,
  placeOf: (rideId: string, kind: 'pickup' | 'dropoff') => RidePlace,
): NamedVisit[] {
  const shift = view.snapshot.shifts[schedule.vehicle]!;
  const waiting = new Map(
    view.snapshot.schedules
      .get(shift.id)
      ?.stops.filter(isWaitingPlace)
      .map((stop) => [waitingId(stop), stop]),
  );
  return schedule.visits.flatMap((visit, position): NamedVisit[] => {
    const number = -1 - visit;
    if (visit < 0)
      return number < shift.breaks.length
        ? [{ kind: 'break', id: String(number), place: null, position }]
        : [];
    const rideId = view.rideIds[Math.floor(visit / 2)];
    if (rideId === null || rideId === undefined) {
      const stop = waiting.get(view.problem.requests[Math.floor(visit / 2)]!.id);
      return stop ? [{ kind: 'wait', id: stop.id, place: stop.place, position }] : [];
    }
    const kind = visit % 2 === 0 ? 'pickup' : 'dropoff';
    return [{ kind, id: rideId, place: placeOf(rideId, kind), position }];
  });
}

/** Whoever gets in this long after the last one got out is fetched at a stop of its own; the driver may rest between. */
const LONG_PAUSE_SECONDS = 600;

/** What is fixed makes the stops it made; others join the last of them only where the vehicle still is. */
function groupVisits(
  named: readonly NamedVisit[],
  schedule: Schedule,
  known: StopMemory,
  stands: boolean,
): NamedVisit[][] {
  const { starts, ends, fixedCount } = schedule;
  const joins = (last: NamedVisit, visit: NamedVisit) => {
    if (visit.position < fixedCount) return known.stopOf(last) === known.stopOf(visit);
    const isOver = last.position < fixedCount && (stands || known.stopOf(last)?.state === 'departed');
    const isBackwards = last.kind === 'pickup' && visit.kind === 'dropoff';
    return !isOver && !isBackwards && starts[visit.position]! - ends[last.position]! < LONG_PAUSE_SECONDS;
  };
  const groups: NamedVisit[][] = [];
  for (const visit of named) {
    const last = groups.at(-1)?.at(-1);
    const isHere = last?.place != null && last.place.id === visit.place?.id;
    if (isHere && joins(last, visit)) groups.at(-1)!.push(visit);
    else groups.push([visit]);
  }
  return groups;
}

function stopOf(
  group: NamedVisit[],
  schedule: Schedule,
  before: ScheduledStop | undefined,
  newStopId: () => string,
): ScheduledStop {
  const first = group[0]!;
  const last = group.at(-1)!;
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
  };
}

/** Rides at whose door the vehicle was said to be, and which it fetches after others. */
export function listAwaitedAgain(
  view: PlanView,
  { vehicle, visits, fixedCount, starts, ends }: Schedule,
): ReadonlySet<string> {
  const stand = view.stands[vehicle];
  if (!stand || !isReported(stand)) return new Set();
  const location = view.locations.get(stand.place.id);
  const isHere = (visit: number, i: number) =>
    visit >= 0 &&
    visit % 2 === 0 &&
    view.problem.requests[visit / 2]!.pickupLocation === location &&
    (i === fixedCount || starts[i]! - ends[i - 1]! < LONG_PAUSE_SECONDS);
  let next = fixedCount;
  while (next < visits.length && isHere(visits[next]!, next)) next += 1;
  const fetched = new Set(visits.slice(fixedCount, next).map((visit) => view.rideIds[visit / 2]));
  return new Set(stand.stop.pickups.filter((id) => !fetched.has(id)));
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
