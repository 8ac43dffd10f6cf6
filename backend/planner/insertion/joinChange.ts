import type { CoreTour } from '../schedule/coreTour.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';

/**
 * `[slot]`: seconds by which the dwell behind the slot gets shorter when a visit at its place is put before it; negative
 * when it joins a stop now, and gets longer when a visit elsewhere is put before it.
 */
export function readJoinGains(prepared: PreparedProblem, core: CoreTour, place: Int32Array): Float64Array {
  const gains = new Float64Array(core.length + 1);
  for (let slot = 0; slot < core.length; slot++) {
    const visit = core.visits[slot]!;
    if (visit < 0) continue;
    const gain = prepared.openDwell[visit]! - prepared.joinDwell[visit]!;
    const joins = slot > 0 && core.visits[slot - 1]! >= 0 && place[slot] === place[slot + 1];
    gains[slot] = joins ? -gain : gain;
  }
  return gains;
}

/** Seconds by which the dwell at `behind` gets shorter when a visit at `place` is put right before it. */
export function freedByJoining(joinGain: number, behind: number, place: number): number {
  if (joinGain > 0) return behind === place ? joinGain : 0;
  return behind === place ? 0 : joinGain;
}
