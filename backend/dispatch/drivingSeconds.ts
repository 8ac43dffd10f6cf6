import type { TravelTimes } from '../planner/index.ts';

/**
 * Driving seconds from one location to another for who sets out at a second of the service day: the roads of that hour
 * count for the whole leg. `UNREACHABLE` or more where no road leads.
 */
export function drivingSeconds(
  { layers, stride }: TravelTimes,
  from: number,
  to: number,
  second: number,
): number {
  const inForce = layers.findLast(({ fromSecond }) => fromSecond <= second) ?? layers[0]!;
  return inForce.seconds[from * stride + to]!;
}
