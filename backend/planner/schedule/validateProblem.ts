import type { TimeWindow } from '../../domain/units/time.ts';
import type { PlanWeights } from '../model/problem.ts';
import type { PlanRequest } from '../model/request.ts';
import type { TravelTimes } from '../model/travelTimes.ts';
import type { PlanVehicle } from '../model/vehicle.ts';
import { PlanProblemError } from './planProblemError.ts';

/**
 * @param known how many locations were checked before; cells between them are not read again
 * @throws PlanProblemError when the layers are missing, out of order or too small, or a cell is below 0 or NaN
 */
export function checkTravel(travel: TravelTimes, known = 0): void {
  const { stride, size, layers } = travel;
  if (!(Number.isInteger(size) && Number.isInteger(stride) && size >= 0 && stride >= size)) {
    throw new PlanProblemError(
      'wrongShape',
      `travel times need 0 <= size <= stride, got ${size} and ${stride}`,
    );
  }
  if (layers.length === 0) throw new PlanProblemError('wrongShape', 'travel times need at least one layer');
  const cells = size === 0 ? 0 : (size - 1) * stride + size;
  layers.forEach((layer, l) => {
    checkNumber(layer.fromSecond, `layer ${l} fromSecond`);
    if (layer.seconds.length < cells || layer.metres.length < cells) {
      throw new PlanProblemError('wrongShape', `layer ${l} is smaller than ${size} x ${size} locations`);
    }
    if (l > 0 && layer.fromSecond <= layers[l - 1]!.fromSecond) {
      throw new PlanProblemError('wrongShape', `layer ${l} does not begin after layer ${l - 1}`);
    }
  });
  layers.forEach((layer, l) => {
    checkCellsOnce(travel, layer.seconds, known, `layer ${l} seconds`);
    checkCellsOnce(travel, layer.metres, known, `layer ${l} metres`);
  });
  if (layers[0]!.fromSecond > 0) {
    throw new PlanProblemError('wrongShape', 'the first layer has to begin at or before second 0');
  }
}

/**
 * How many locations of a matrix have been read already. A day prepares its problem after every change, over the same
 * matrix; reading millions of cells each time would cost more than the planning.
 */
const readLocations = new WeakMap<Int32Array | Float64Array, number>();

function checkCellsOnce(
  travel: TravelTimes,
  cells: Int32Array | Float64Array,
  known: number,
  name: string,
): void {
  const read = Math.max(known, readLocations.get(cells) ?? 0);
  if (read >= travel.size) return;
  checkCells(travel, cells, read, name);
  readLocations.set(cells, travel.size);
}

/**
 * Travel may be `Infinity` (no road) but not below 0 or NaN; one comparison finds both. Cells between two locations
 * below `known` have been checked before.
 */
function checkCells(
  travel: TravelTimes,
  cells: Int32Array | Float64Array,
  known: number,
  name: string,
): void {
  for (let from = 0; from < travel.size; from++) {
    const row = from * travel.stride;
    for (let to = from < known ? known : 0; to < travel.size; to++) {
      if (!(cells[row + to]! >= 0)) {
        throw new PlanProblemError('notANumber', `${name} from ${from} to ${to} is ${cells[row + to]}`);
      }
    }
  }
}

/** More than any vehicle has, few enough that those of all riders add up to a 32-bit number. */
const MOST_PLACES = 100_000;
/** Kinds of load whose every group can be looked at one by one. */
const MOST_KINDS = 8;

/** @throws PlanProblemError when there are more kinds of load than can be reckoned with, or one of no known place. */
export function checkPlaceUse(placeUse: readonly (readonly number[])[]): void {
  if (placeUse.length > MOST_KINDS) {
    throw new PlanProblemError(
      'wrongShape',
      `${placeUse.length} kinds of load, at most ${MOST_KINDS} are known`,
    );
  }
  for (const place of placeUse.flat()) {
    if (Number.isInteger(place) && place >= 0) continue;
    throw new PlanProblemError('wrongShape', `kind of place ${place} is no whole number of at least 0`);
  }
}

/** @throws PlanProblemError when a weight is not a number at or above 0. */
export function checkWeights(weights: PlanWeights): void {
  checkAmount(weights.excessRideHour, 'weights.excessRideHour');
  checkAmount(weights.waitHour, 'weights.waitHour');
}

/** @throws PlanProblemError when a figure of the request is broken. */
export function checkRequest(request: PlanRequest, travel: TravelTimes, kinds: number): void {
  const name = `request "${request.id}"`;
  checkLocation(request.pickupLocation, travel, `${name} pickupLocation`);
  checkLocation(request.dropoffLocation, travel, `${name} dropoffLocation`);
  checkWindow(request.pickupWindow, `${name} pickupWindow`);
  checkWindow(request.dropoffWindow, `${name} dropoffWindow`);
  checkAmount(request.maxRideSeconds, `${name} maxRideSeconds`);
  checkAmount(request.pickupDwellSeconds, `${name} pickupDwellSeconds`);
  checkAmount(request.pickupJoinSeconds, `${name} pickupJoinSeconds`);
  checkAmount(request.dropoffDwellSeconds, `${name} dropoffDwellSeconds`);
  checkAmount(request.dropoffJoinSeconds, `${name} dropoffJoinSeconds`);
  if (request.penalty !== undefined) checkAmount(request.penalty, `${name} penalty`);
  if (request.load.length !== kinds) {
    throw new PlanProblemError('wrongShape', `${name} load has ${request.load.length} kinds, not ${kinds}`);
  }
  for (const places of request.load) {
    checkAmount(places, `${name} load`);
    if (Number.isInteger(places) && places <= MOST_PLACES) continue;
    throw new PlanProblemError(
      'notANumber',
      `${name} load is no whole number up to ${MOST_PLACES}: ${places}`,
    );
  }
  checkJoin(request.pickupJoinSeconds, request.pickupDwellSeconds, `${name} pickup`);
  checkJoin(request.dropoffJoinSeconds, request.dropoffDwellSeconds, `${name} dropoff`);
}

/** @throws PlanProblemError when a figure of the vehicle is broken. */
export function checkVehicle(
  vehicle: PlanVehicle,
  travel: TravelTimes,
  placeUse: readonly (readonly number[])[],
): void {
  const name = `vehicle "${vehicle.id}"`;
  if (vehicle.startLocation !== undefined)
    checkLocation(vehicle.startLocation, travel, `${name} startLocation`);
  if (vehicle.endLocation !== undefined) checkLocation(vehicle.endLocation, travel, `${name} endLocation`);
  checkWindow(vehicle.window, `${name} window`);
  if (vehicle.restedFrom !== undefined) checkFinite(vehicle.restedFrom, `${name} restedFrom`);
  if (vehicle.maxDurationSeconds !== undefined) {
    checkAmount(vehicle.maxDurationSeconds, `${name} maxDurationSeconds`);
  }
  checkAmount(vehicle.costPerHour, `${name} costPerHour`);
  checkAmount(vehicle.costPerKilometre, `${name} costPerKilometre`);
  checkAmount(vehicle.fixedCost, `${name} fixedCost`);
  const places = Math.max(0, ...placeUse.flat().map((place) => place + 1));
  for (const configuration of vehicle.configurations) {
    if (configuration.length < places) {
      throw new PlanProblemError(
        'wrongShape',
        `${name} configuration has ${configuration.length} kinds, not ${places}`,
      );
    }
    for (const count of configuration) checkAmount(count, `${name} configuration`);
  }
  for (const rest of vehicle.breaks) {
    checkWindow(rest.window, `${name} break window`);
    checkAmount(rest.seconds, `${name} break seconds`);
  }
  if (vehicle.drivingLimit) {
    checkAmount(vehicle.drivingLimit.maxDrivingSeconds, `${name} maxDrivingSeconds`);
    checkAmount(vehicle.drivingLimit.restSeconds, `${name} restSeconds`);
    checkAmount(vehicle.drivingLimit.minPartSeconds, `${name} minPartSeconds`);
  }
  if (vehicle.driven) {
    checkAmount(vehicle.driven.drivingSeconds, `${name} driven seconds`);
    checkAmount(vehicle.driven.restedSeconds, `${name} rested seconds`);
  }
}

function checkJoin(join: number, open: number, name: string): void {
  if (join <= open) return;
  throw new PlanProblemError(
    'wrongShape',
    `${name} takes longer to join a stop (${join} s) than to open one (${open} s)`,
  );
}

function checkLocation(location: number, travel: TravelTimes, name: string): void {
  if (!Number.isInteger(location) || location < 0 || location >= travel.size) {
    throw new PlanProblemError(
      'unknownLocation',
      `${name} is ${location}, known are 0 to ${travel.size - 1}`,
    );
  }
}

function checkWindow(window: TimeWindow, name: string): void {
  checkFinite(window.earliest, `${name} earliest`);
  checkNumber(window.latest, `${name} latest`);
}

function checkFinite(value: number, name: string): void {
  checkNumber(value, name);
  if (!Number.isFinite(value)) throw new PlanProblemError('notANumber', `${name} has to be finite`);
}

function checkAmount(value: number, name: string): void {
  checkNumber(value, name);
  if (value < 0) throw new PlanProblemError('notANumber', `${name} is below 0: ${value}`);
}

function checkNumber(value: number, name: string): void {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new PlanProblemError('notANumber', `${name} is not a number: ${value}`);
  }
}
