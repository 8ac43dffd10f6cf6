import type { PlanProblem } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import type { PlanVehicle } from '../model/vehicle.ts';
import { euclideanMatrix, type Instance } from './instance.ts';
import { checkNodeRows, checkVehicleCount, loadOf, windowOf } from './nodeRows.ts';
import { InstanceError, readNumberLines } from './textNumbers.ts';

/** Vehicles start and end at these depots in turn. */
const DEPOTS = [
  [-5, -5],
  [5, 5],
  [-5, 5],
  [5, -5],
] as const;

/**
 * Kinds of load: companion, seated patient, stretcher patient, wheelchair. Kinds of place: staff seat, patient seat,
 * stretcher, wheelchair place. A companion may take any of the first three, a seated patient a patient seat or stretcher.
 */
const PLACE_USE = [[0, 1, 2], [1, 2], [2], [3]];

/**
 * Reads a heterogeneous dial-a-ride instance of Malheiros et al. (2021) with several depots. Header: vehicles and
 * requests; per vehicle: longest tour and four capacities; per node: id, x, y, dwell, longest ride, four loads,
 * earliest, latest, the first and last node being dummies. One unit of distance is a minute; cost is distance alone.
 * @throws InstanceError
 */
export function readMalheiros(text: string): Instance {
  const rows = readNumberLines(text);
  const [vehicles, count] = headerOf(rows[0]);
  const fleet = rows.slice(1, 1 + vehicles);
  const body = rows.slice(1 + vehicles);
  if (fleet.length < vehicles || fleet.some((row) => row.length !== 5)) {
    throw new InstanceError(`expected ${vehicles} vehicle rows of 5 numbers (duration and 4 capacities)`);
  }
  if (body.length !== 2 * count + 2) {
    throw new InstanceError(`expected ${2 * count + 2} node rows after the vehicles, found ${body.length}`);
  }
  checkNodeRows(body, 11);
  const points = [...body.slice(0, 2 * count + 1).map((row) => [row[1]!, row[2]!] as const), ...DEPOTS];
  const minutes = euclideanMatrix(points);
  const requests = Array.from({ length: count }, (_, r) =>
    requestOf(body[r + 1]!, body[r + 1 + count]!, r + 1, r + 1 + count),
  );
  const window = windowOf(body[0]!);
  const problem: PlanProblem = {
    travel: {
      stride: points.length,
      size: points.length,
      layers: [{ fromSecond: Number.NEGATIVE_INFINITY, seconds: minutes, metres: minutes }],
    },
    requests,
    vehicles: fleet.map((row, v) => vehicleOf(row, v, 2 * count + 1 + (v % DEPOTS.length), window)),
    placeUse: PLACE_USE,
    weights: { excessRideHour: 0, waitHour: 0 },
  };
  return { problem, nodes: requests.map((_, r) => [r + 1, r + 1 + count] as const) };
}

function headerOf(row: readonly number[] | undefined): [number, number] {
  if (row?.length !== 2) throw new InstanceError('line 1: expected 2 numbers (vehicles, requests)');
  const [vehicles, count] = row as [number, number];
  checkVehicleCount(vehicles);
  if (!Number.isInteger(count) || count < 0) throw new InstanceError(`line 1: found ${count} requests`);
  return [vehicles, count];
}

function vehicleOf(
  row: readonly number[],
  v: number,
  depot: number,
  window: PlanVehicle['window'],
): PlanVehicle {
  return {
    id: String(v + 1),
    startLocation: depot,
    endLocation: depot,
    window,
    maxDurationSeconds: row[0]!,
    configurations: [row.slice(1)],
    skills: 0,
    operator: 1,
    breaks: [],
    costPerHour: 0,
    costPerKilometre: 1000,
    fixedCost: 0,
  };
}

function requestOf(
  pickup: readonly number[],
  dropoff: readonly number[],
  pickupLocation: number,
  dropoffLocation: number,
): PlanRequest {
  return {
    id: String(pickupLocation),
    pickupLocation,
    dropoffLocation,
    pickupWindow: windowOf(pickup),
    dropoffWindow: windowOf(dropoff),
    maxRideSeconds: pickup[4]!,
    load: loadOf(pickup, dropoff, 5, 9),
    pickupDwellSeconds: pickup[3]!,
    pickupJoinSeconds: pickup[3]!,
    dropoffDwellSeconds: dropoff[3]!,
    dropoffJoinSeconds: dropoff[3]!,
    neededSkills: 0,
    allowedOperators: 1,
  };
}
