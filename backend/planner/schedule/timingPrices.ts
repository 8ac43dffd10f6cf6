import type { PlanVehicle } from '../model/vehicle.ts';
import type { PreparedProblem } from './preparedProblem.ts';

/** Where the objective does not care, prefer a short duty, then short rides; too small to outweigh any real price. */
const TIE_DUTY = 1e-3;
const TIE_RIDE = 1e-6;

/** Price of a second of duty in the search for best times. */
export function dutyPriceOf(vehicle: PlanVehicle): number {
  return pricePerSecond(vehicle.costPerHour, TIE_DUTY);
}

/** Price of a second of ride in the search for best times. */
export function ridePriceOf(prepared: PreparedProblem): number {
  return pricePerSecond(prepared.weights.excessRideHour, TIE_RIDE);
}

/**
 * The most by which ties broken make an insertion seem dearer than it is: bounds made of the search's prices count it,
 * costs do not. 0 where hours and rides have a price of their own.
 * @param riders parties whose rides may get longer
 */
export function greatestTie(prepared: PreparedProblem, vehicle: PlanVehicle, riders: number): number {
  const seconds = vehicle.window.latest - vehicle.window.earliest;
  const duty = vehicle.costPerHour > 0 ? 0 : TIE_DUTY;
  const rides = prepared.weights.excessRideHour > 0 ? 0 : TIE_RIDE * riders;
  return ((duty + rides) * seconds) / 3600;
}

function pricePerSecond(perHour: number, tie: number): number {
  return perHour > 0 ? perHour / 3600 : tie / 3600;
}
