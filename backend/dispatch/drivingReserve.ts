import type { PlanVehicle } from '../planner/index.ts';

/** Plans drive this much less without rest than the law allows: legs take longer than planned on some days. */
const DRIVING_RESERVE_SECONDS = 900;

/** The vehicle with the reserve kept back; what is driven already has used up its share of it, and no more. */
export function withDrivingReserve(vehicle: PlanVehicle): PlanVehicle {
  const { drivingLimit: limit, driven } = vehicle;
  if (!limit) return vehicle;
  const maxDrivingSeconds = limit.maxDrivingSeconds - DRIVING_RESERVE_SECONDS;
  const share = maxDrivingSeconds / limit.maxDrivingSeconds;
  return {
    ...vehicle,
    drivingLimit: { ...limit, maxDrivingSeconds },
    ...(driven && { driven: { ...driven, drivingSeconds: Math.round(driven.drivingSeconds * share) } }),
  };
}
