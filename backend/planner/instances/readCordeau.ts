import type { PlanProblem } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import { euclideanMatrix, type Instance } from './instance.ts';
import { InstanceError, readNumberLines } from './textNumbers.ts';

/**
 * Reads a dial-a-ride instance of Cordeau & Laporte (2003) or Cordeau (2006). Header: vehicles, then the number of
 * nodes (2003: no row for the end depot) or of requests (2006: with one), longest tour, capacity, longest ride. Rows:
 * id, x, y, dwell, load, earliest, latest. One unit of distance is a minute and stands for a "second" of the problem;
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
  body.forEach((row, i) => {
    if (row.length !== 7)
      throw new InstanceError(`row of node ${i}: expected 7 numbers, found ${row.length}`);
    if (row[0] !== i) throw new InstanceError(`row of node ${i}: found id ${row[0]}`);
  });
  if (!Number.isInteger(vehicles) || vehicles < 1)
    throw new InstanceError('line 1: needs at least one vehicle');
  const points = body.slice(0, 2 * count + 1).map((row) => [row[1]!, row[2]!] as const);
  const requests: PlanRequest[] = [];
  for (let r = 1; r <= count; r++) requests.push(requestOf(body[r]!, body[r + count]!, r, r + count, ride));
  const depot = body[0]!;
  const minutes = euclideanMatrix(points);
  const vehicle = {
    startLocation: 0,
    endLocation: 0,
    window: { earliest: depot[5]!, latest: depot[6]! },
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
  if (rows === second + 1 && second % 2 === 0) return second / 2;
  if (rows === 2 * second + 2 || rows === 2 * second + 1) return second;
  throw new InstanceError(`line 1 speaks of ${second} nodes or requests, but ${rows} rows follow`);
}

function requestOf(
  pickup: readonly number[],
  dropoff: readonly number[],
  pickupLocation: number,
  dropoffLocation: number,
  ride: number,
): PlanRequest {
  const load = pickup[4]!;
  if (load < 0 || dropoff[4] !== -load) {
    throw new InstanceError(`nodes ${pickupLocation} and ${dropoffLocation}: loads do not cancel out`);
  }
  return {
    id: String(pickupLocation),
    pickupLocation,
    dropoffLocation,
    pickupWindow: { earliest: pickup[5]!, latest: pickup[6]! },
    dropoffWindow: { earliest: dropoff[5]!, latest: dropoff[6]! },
    maxRideSeconds: ride,
    load: [load],
    pickupDwellSeconds: pickup[3]!,
    pickupJoinSeconds: pickup[3]!,
    dropoffDwellSeconds: dropoff[3]!,
    dropoffJoinSeconds: dropoff[3]!,
    neededSkills: 0,
    allowedOperators: 1,
  };
}
