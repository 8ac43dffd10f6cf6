import type { PreparedProblem } from '../schedule/preparedProblem.ts';
import type { PreparedSchedule } from './preparedDay.ts';

/**
 * By how many seconds the dwell behind a slot gets shorter, at most, when a visit at `place` is put right before it: the
 * visit there may join a stop that it opened (`> 0`), or open one that it joined (`< 0`).
 */
export function freedByJoining(
  prepared: PreparedProblem,
  { core, facts }: PreparedSchedule,
  slot: number,
  place: number,
): number {
  const visit = core.visits[slot];
  if (visit === undefined || slot >= core.length || visit < 0) return 0;
  const own = prepared.location[visit]!;
  const joined = slot > 0 && core.visits[slot - 1]! >= 0 && facts.place[slot] === own;
  return (prepared.openDwell[visit]! - prepared.joinDwell[visit]!) * (Number(place === own) - Number(joined));
}
