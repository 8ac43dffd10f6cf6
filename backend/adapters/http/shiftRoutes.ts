import type { TourLine } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import type { ShiftSchedule } from '../../domain/schedule/shiftSchedule.ts';
import type { Coordinates } from '../../domain/units/coordinates.ts';
import type { Roads } from '../../ports/roads.ts';
import type { Tables } from '../../ports/tables.ts';
import { isDriversDay } from '../views/reader.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { idOf } from './queryInput.ts';

/** How many lines are kept; a region has far fewer shifts a day. */
const MOST_LINES = 500;

/** The planned line of a shift on the map. */
export function createShiftRoutes() {
  const lines = new Map<string, TourLine>();
  return {
    'GET /api/v1/shifts/:id/line': (call: Call) => readLine(call, lines),
  };
}

async function readLine(call: Call, lines: Map<string, TourLine>): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownShift');
  const { version, points } = await call.deps.store.read(accountScopeOf(call), (tables) =>
    readPoints(call, tables, id),
  );
  const known = lines.get(id);
  if (known?.version === version) return answer(known);
  const { line, isDrivable } = await driveLine(call.deps.roads, points);
  const view: TourLine = { shiftId: id, version, line };
  if (isDrivable) {
    if (lines.size >= MOST_LINES) lines.clear();
    lines.set(id, view);
  }
  return answer(view);
}

/** Depot, stops, depot; nothing while the shift has no stops. */
async function readPoints(
  call: Call,
  tables: Tables,
  id: string,
): Promise<{ version: number; points: readonly Coordinates[] }> {
  const scope = accountScopeOf(call);
  const shift = await tables.fleet.findShift(id);
  if (!shift) throw new Refused({ code: 'unknownShift' });
  const isForeign = scope.role === 'driver' && shift.vehicleId !== scope.vehicleId;
  const isAnotherDay = scope.role === 'driver' && !isDriversDay(shift.day, call.deps.clock.now());
  if (isForeign || isAnotherDay) throw new Refused({ code: 'unknownShift' });
  const schedules = await tables.days.listSchedules(shift.day);
  const schedule = schedules.find((candidate) => candidate.shiftId === id);
  const stops = stopPoints(schedule);
  const depot = (await tables.fleet.listDepots()).find((candidate) => candidate.id === shift.depotId);
  const ends = depot && stops.length > 0 ? [depot.coordinates] : [];
  return { version: schedule?.version ?? 0, points: [...ends, ...stops, ...ends] };
}

function stopPoints(schedule: ShiftSchedule | undefined): Coordinates[] {
  return (schedule?.stops ?? []).flatMap((stop) => (stop.place ? [stop.place.coordinates] : []));
}

/** The line over roads; straight from stop to stop while the roads do not answer. */
async function driveLine(
  roads: Roads,
  points: readonly Coordinates[],
): Promise<{ line: [number, number][]; isDrivable: boolean }> {
  if (points.length < 2) return { line: [], isDrivable: true };
  try {
    const { line } = await roads.route(points);
    return { line: line.map(lonLat), isDrivable: true };
  } catch (fault) {
    if (!(fault instanceof RoadsFault)) throw fault;
    return { line: points.map(lonLat), isDrivable: false };
  }
}

function lonLat({ lon, lat }: Coordinates): [number, number] {
  return [lon, lat];
}
