import type { PlanProblem } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import { euclideanMatrix, type Instance } from './instance.ts';
import { checkNodeRows, checkVehicleCount, loadOf, windowOf } from './nodeRows.ts';
import { InstanceError, readNumberLines } from './textNumbers.ts';

/**
 * Reads a dial-a-ride instance of Cordeau & Laporte (2003) or Cordeau (2006). Header: vehicles, then the number of
 * nodes without the depot (2003) or of requests (2006), longest tour, capacity, longest ride. Rows: id, x, y, dwell,
 * load, earliest, latest; a row for the end depot may follow. One unit of distance is a minute and stands for a "second" of the problem;
 * cost is distance alone.
 * @throws InstanceError
 */
export function readCordeau(text: string): Instance {
  const rows = readNumberLines(text);
  const header = rows[0] ?? [];
  if (header.length !== 5)
    throw new InstanceError('line 1: expected 5 numbers (vehicles, nodes, duration, capacity, ride)');
  const [vehicles, second, duration, capacity, ride] = header as [number, number, number, number, number];
  const body = rows.slice(1);
  const count = requestCount(second, body.length);
  checkVehicleCount(vehicles);
  checkNodeRows(body, 7);
  const points = body.slice(0, 2 * count + 1).map((row) => [row[1]!, row[2]!] as const);
  const requests: PlanRequest[] = [];
  for (let r = 1; r <= count; r++) requests.push(requestOf(body[r]!, body[r + count]!, r, r + count, ride));
  const depot = body[0]!;
  const minutes = euclideanMatrix(points);
  const vehicle = {
    startLocation: 0,
    endLocation: 0,
    window: windowOf(depot),
    maxDurationSeconds: duration,
    configurations: [[capacity]],
    skills: 0,
    operator: 1,
    breaks: [],
    costPerHour: 0,
    costPerKilometre: 1000,
    fixedCost: 0,
  };
  const problem: PlanProblem = {
    travel: {
      stride: points.length,
      size: points.length,
      layers: [{ fromSecond: Number.NEGATIVE_INFINITY, seconds: minutes, metres: minutes }],
    },
    requests,
    vehicles: Array.from({ length: vehicles }, (_, v) => ({ ...vehicle, id: String(v + 1) })),
    placeUse: [[0]],
    weights: { excessRideHour: 0, waitHour: 0 },
  };
  return { problem, nodes: requests.map((_, r) => [r + 1, r + 1 + count] as const) };
}

function requestCount(second: number, rows: number): number {
  // Without the depot's row, and without that of the end depot where there is one; an even number is left of one only.
  for (const nodes of [rows - 1, rows - 2]) {
    if (nodes % 2 === 0 && (nodes === second || nodes === 2 * second)) return nodes / 2;
  }
  throw new InstanceError(`line 1 speaks of ${second} nodes or requests, but ${rows} rows follow`);
}

function requestOf(
  pickup: readonly number[],
  dropoff: readonly number[],
  pickupLocation: number,
  dropoffLocation: number,
  ride: number,
): PlanRequest {
  return {
    id: String(pickupLocation),
    pickupLocation,
    dropoffLocation,
    pickupWindow: windowOf(pickup),
    dropoffWindow: windowOf(dropoff),
    maxRideSeconds: ride,
    load: loadOf(pickup, dropoff, 4, 5),
    pickupDwellSeconds: pickup[3]!,
    pickupJoinSeconds: pickup[3]!,
    dropoffDwellSeconds: dropoff[3]!,
    dropoffJoinSeconds: dropoff[3]!,
    neededSkills: 0,
    allowedOperators: 1,
  };
}
