import type { TravelLayer, TravelTimes } from '../model/travelTimes.ts';
import { UNREACHABLE } from '../model/travelTimes.ts';

/** Seconds and metres of a leg that departs at `second`; undefined when there is no way or no such place. */
export function travelAt(
  travel: TravelTimes,
  from: number,
  to: number,
  second: number,
): { readonly seconds: number; readonly metres: number } | undefined {
  if (!isPlace(travel, from) || !isPlace(travel, to)) return undefined;
  const layer = layerAt(travel, second);
  const seconds = layer?.seconds[from * travel.stride + to];
  const metres = layer?.metres[from * travel.stride + to];
  if (seconds === undefined || metres === undefined) return undefined;
  if (!(seconds < UNREACHABLE) || !(metres < Number.POSITIVE_INFINITY)) return undefined;
  return { seconds, metres };
}

function isPlace(travel: TravelTimes, location: number): boolean {
  return Number.isInteger(location) && location >= 0 && location < travel.size;
}

function layerAt(travel: TravelTimes, second: number): TravelLayer | undefined {
  let inForce = travel.layers[0];
  for (const layer of travel.layers) if (layer.fromSecond <= second) inForce = layer;
  return inForce;
}
