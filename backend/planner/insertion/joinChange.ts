import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import type { PreparedSchedule } from './preparedDay.ts';

/**
 * By how many seconds the dwell behind a slot gets shorter, at most, when a visit at `place` is put right before it:
 * the visit there may join a stop that it opened (`> 0`), or open one that it joined (`< 0`). Where a break may stand in
 * the slot, before or after the change, both could be either.
 */
export function mostFreed(
  prepared: PreparedProblem,
  present: PreparedSchedule,
  slot: number,
  place: number,
): number {
  return change(prepared, present, slot, place, 1);
}

/** As `mostFreed`, by how many seconds at least. */
export function leastFreed(
  prepared: PreparedProblem,
  present: PreparedSchedule,
  slot: number,
  place: number,
): number {
  return change(prepared, present, slot, place, -1);
}

function change(
  prepared: PreparedProblem,
  { core, facts, mayPause }: PreparedSchedule,
  slot: number,
  place: number,
  sign: number,
): number {
  const visit = core.visits[slot];
  if (visit === undefined || slot >= core.length || visit < 0) return 0;
  const own = prepared.location[visit]!;
  const gain = prepared.openDwell[visit]! - prepared.joinDwell[visit]!;
  const joined = slot > 0 && core.visits[slot - 1]! >= 0 && facts.place[slot] === own;
  const joins = place === own;
  if (!mayPause) return gain * (Number(joins) - Number(joined));
  return sign > 0 ? gain * Number(joins) : -gain * Number(joined);
}
