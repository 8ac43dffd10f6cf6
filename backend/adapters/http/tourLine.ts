import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import { bandAt, OPEN_BANDS, OPEN_ROADS } from '../../domain/road/roadState.ts';
import type { ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import type { Roads } from '../../ports/roads.ts';

/** A part of a tour that is driven under one road state. */
export interface TourPart {
  readonly stateId: string;
  /** At least two. */
  readonly points: readonly Coordinates[];
}

/** Depot, stops, depot, cut where the road state of the departures changes; nothing while there are no stops. */
export function tourParts(schedule: ShiftSchedule | undefined, depot: Coordinates | undefined): TourPart[] {
  const stops = (schedule?.stops ?? []).flatMap(({ place, departure }) =>
    place ? [{ point: place.coordinates, departure }] : [],
  );
  if (!schedule || stops.length === 0) return [];
  const bands = schedule.roads?.bands ?? OPEN_BANDS;
  const start = depot ? [{ point: depot, departure: schedule.departure }] : [];
  const halts = [...start, ...stops];
  const goals = [...halts.slice(1).map(({ point }) => point), ...(depot ? [depot] : [])];
  const parts: { stateId: string; points: Coordinates[] }[] = [];
  for (const [i, goal] of goals.entries()) {
    const { point, departure } = halts[i]!;
    const { stateId } = bandAt(bands, departure);
    const last = parts.at(-1);
    if (last?.stateId === stateId) last.points.push(goal);
    else parts.push({ stateId, points: [point, goal] });
  }
  return parts;
}

/** The line over the roads that the plan was made on; straight from stop to stop while they do not answer. */
export async function driveTour(
  roadsOf: (stateId: string) => Roads,
  parts: readonly TourPart[],
): Promise<{ line: [number, number][]; isDrivable: boolean }> {
  try {
    const lines = await Promise.all(parts.map((part) => drivePart(roadsOf, part)));
    return { line: lines.flat().map(lonLat), isDrivable: true };
  } catch (fault) {
    if (!(fault instanceof RoadsFault)) throw fault;
    return { line: parts.flatMap(({ points }) => points).map(lonLat), isDrivable: false };
  }
}

/** A state that the engine has forgotten, for what it closed is open again, is driven on open roads. */
async function drivePart(
  roadsOf: (stateId: string) => Roads,
  { stateId, points }: TourPart,
): Promise<readonly Coordinates[]> {
  try {
    return (await roadsOf(stateId).route(points)).line;
  } catch (fault) {
    if (!(fault instanceof RoadsFault) || fault.code !== 'refused') throw fault;
    return (await roadsOf(OPEN_ROADS.id).route(points)).line;
  }
}

function lonLat({ lon, lat }: Coordinates): [number, number] {
  return [lon, lat];
}
