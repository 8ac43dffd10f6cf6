import { OPEN_BANDS, type RoadBand } from '../../domain/road/roadState.ts';
import type { ScheduledStop, ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import type { DaySnapshot } from '../daySnapshot.ts';

/** A drive from one stop (or the depot) to the next, as planned and not yet over. */
export interface PlannedLeg {
  readonly shiftId: string;
  readonly from: Coordinates;
  readonly to: Coordinates;
  /** Seconds of the service day. */
  readonly departure: number;
  readonly arrival: number;
  /** Rides for which it is driven: those aboard, those fetched or brought at its ends. */
  readonly rideIds: readonly string[];
  /** The roads that the plan was made on. */
  readonly bands: readonly RoadBand[];
}

/** The legs of a day's plan that are not over, by shift and hour. */
export function plannedLegs(snapshot: DaySnapshot): PlannedLeg[] {
  return [...snapshot.schedules.values()].flatMap((schedule) => legsOf(snapshot, schedule));
}

/** A place on the way of a shift. */
interface Halt {
  readonly place: Coordinates;
  readonly arrival: number;
  readonly departure: number;
  readonly stop: ScheduledStop | null;
}

function legsOf(snapshot: DaySnapshot, schedule: ShiftSchedule): PlannedLeg[] {
  const shift = snapshot.shifts.find(({ id }) => id === schedule.shiftId);
  const depot = shift && snapshot.depots.get(shift.depotId)?.coordinates;
  // A break is taken where the vehicle stands.
  const stops = schedule.stops.filter((stop) => stop.place !== null);
  if (!depot || stops.length === 0 || schedule.ended !== undefined) return [];
  const { departure, finish } = schedule;
  const halts: Halt[] = [
    { place: depot, arrival: departure, departure, stop: null },
    ...stops.map((stop) => ({
      place: stop.place!.coordinates,
      arrival: stop.arrival,
      departure: stop.departure,
      stop,
    })),
    { place: depot, arrival: finish, departure: finish, stop: null },
  ];
  const aboard = new Set<string>();
  const legs: PlannedLeg[] = [];
  for (let i = 1; i < halts.length; i++) {
    const [from, to] = [halts[i - 1]!, halts[i]!];
    for (const id of from.stop?.dropoffs ?? []) aboard.delete(id);
    for (const id of from.stop?.pickups ?? []) aboard.add(id);
    const isOver = to.stop !== null && to.stop.state !== 'planned';
    if (isOver || (from.place.lon === to.place.lon && from.place.lat === to.place.lat)) continue;
    const ends = [...(to.stop?.pickups ?? []), ...(to.stop?.dropoffs ?? []), ...(from.stop?.dropoffs ?? [])];
    legs.push({
      shiftId: schedule.shiftId,
      from: from.place,
      to: to.place,
      departure: from.departure,
      arrival: to.arrival,
      rideIds: [...new Set([...aboard, ...ends])],
      bands: schedule.roads?.bands ?? OPEN_BANDS,
    });
  }
  return legs;
}
