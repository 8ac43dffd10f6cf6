import type { PartitionQuestion } from '../planner/index.ts';

/**
 * The relaxation of a covering question without columns. Rows: every request at least once, every vehicle type at most its
 * fleet. Variables: leaving each request out.
 */
export function emptyModel({ requestCount, fleet, penalties, bound }: PartitionQuestion, infinity: number) {
  const numRows = requestCount + fleet.length;
  const rowLower = new Float64Array(numRows).fill(1);
  const rowUpper = new Float64Array(numRows).fill(infinity);
  fleet.forEach((vehicles, t) => {
    rowLower[requestCount + t] = -infinity;
    rowUpper[requestCount + t] = vehicles;
  });
  return {
    numCols: requestCount,
    numRows,
    colCost: Float64Array.from({ length: requestCount }, (_, r) => Math.min(penalties[r]!, bound * 10)),
    colLower: new Float64Array(requestCount),
    colUpper: new Float64Array(requestCount).fill(infinity),
    rowLower,
    rowUpper,
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols: requestCount,
      starts: Int32Array.from({ length: requestCount + 1 }, (_, r) => r),
      indices: Int32Array.from({ length: requestCount }, (_, r) => r),
      values: new Float64Array(requestCount).fill(1),
    },
  };
}

/** Rows of cuts: of the variables listed in each at most one. */
export function cutRows(rows: readonly (readonly number[])[], numCols: number, infinity: number) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = starts[i]! + row.length;
  });
  return {
    lower: new Float64Array(rows.length).fill(-infinity),
    upper: new Float64Array(rows.length).fill(1),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols,
      starts,
      indices: Int32Array.from(rows.flat()),
      values: new Float64Array(starts[rows.length]!).fill(1),
    },
  };
}
