import type { TimingWork } from './timingWork.ts';

/** What is kept of a tour that was only priced: visits with breaks, their starts, and the driving. */
export interface KeptTour {
  count: number;
  /** `[i]`, i < count */
  visits: Int32Array;
  starts: Float64Array;
  drivingSeconds: number;
  drivingMetres: number;
}

/** An empty one. */
export function createKeptTour(): KeptTour {
  return {
    count: 0,
    visits: new Int32Array(64),
    starts: new Float64Array(64),
    drivingSeconds: 0,
    drivingMetres: 0,
  };
}

/** Copies the tour in `work` into `kept`. */
export function keepTour(work: TimingWork, kept: KeptTour): void {
  const { count, sequence, line, driving, metres } = work;
  if (kept.visits.length < count) {
    kept.visits = new Int32Array(count * 2);
    kept.starts = new Float64Array(count * 2);
  }
  kept.count = count;
  kept.drivingSeconds = 0;
  kept.drivingMetres = 0;
  for (let node = 0; node <= count; node++) {
    kept.drivingSeconds += driving[node]!;
    kept.drivingMetres += metres[node]!;
    if (node === count) return;
    kept.visits[node] = sequence[node]!;
    kept.starts[node] = line.t[node + 1]!;
  }
}
