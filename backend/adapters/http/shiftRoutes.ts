import type { TourLine } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Tables } from '../../ports/tables.ts';
import { isDriversDay } from '../views/reader.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { idOf } from './queryInput.ts';
import { driveTour, type TourPart, tourParts } from './tourLine.ts';

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
  const { version, parts } = await call.deps.store.read(accountScopeOf(call), (tables) =>
    readParts(call, tables, id),
  );
  const known = lines.get(id);
  if (known?.version === version) return answer(known);
  const { line, isDrivable } = await driveTour(call.deps.roadsOf, parts);
  const view: TourLine = { shiftId: id, version, line };
  if (isDrivable) {
    if (lines.size >= MOST_LINES) lines.clear();
    lines.set(id, view);
  }
  return answer(view);
}

/** The way of the shift as planned, where this account may see it. */
async function readParts(
  call: Call,
  tables: Tables,
  id: string,
): Promise<{ version: number; parts: readonly TourPart[] }> {
  const scope = accountScopeOf(call);
  const shift = await tables.fleet.findShift(id);
  if (!shift) throw new Refused({ code: 'unknownShift' });
  const isForeign = scope.role === 'driver' && shift.vehicleId !== scope.vehicleId;
  const isAnotherDay = scope.role === 'driver' && !isDriversDay(shift.day, call.deps.clock.now());
  if (isForeign || isAnotherDay) throw new Refused({ code: 'unknownShift' });
  const schedules = await tables.days.listSchedules(shift.day);
  const schedule = schedules.find((candidate) => candidate.shiftId === id);
  const depot = (await tables.fleet.listDepots()).find((candidate) => candidate.id === shift.depotId);
  return { version: schedule?.version ?? 0, parts: tourParts(schedule, depot?.coordinates) };
}
