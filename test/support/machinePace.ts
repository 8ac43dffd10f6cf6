import { percentile } from './bench.ts';

const CELLS = 1 << 20;
const READS = 2_000_000;
const ROUNDS = 5;

/**
 * CPU nanoseconds of one read from memory at random, each waiting for the one before, from 4 MB: the median of five
 * rounds. A search of a whole day hangs on little else, and others at work on the same machine make it several times as
 * long, CPU time counted or not: figures per second are only to be compared where it is alike.
 */
export function nanosecondsPerRead(): number {
  const next = oneCycle(CELLS);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    let at = 0;
    for (let read = 0; read < READS; read++) at = next[at]!;
    const { user, system } = process.cpuUsage(before);
    // The place arrived at is part of the answer, so that the reads cannot be left out.
    return ((user + system) * 1000 + (at & 0)) / READS;
  });
  return percentile(rounds, 0.5);
}

/** `[k]` = where to read after k: all cells in one round, in no order (Sattolo 1986). */
function oneCycle(cells: number): Int32Array {
  const next = Int32Array.from({ length: cells }, (_, k) => k);
  let state = 1;
  for (let k = cells - 1; k > 0; k--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % k;
    [next[k], next[other]] = [next[other]!, next[k]!];
  }
  return next;
}
