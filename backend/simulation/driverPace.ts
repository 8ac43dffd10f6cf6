/** How an invented driver differs from the plan; a pure function of the names, so that every replay is the same. */
export interface DriverPace {
  /** Driving time as a factor of the planned one, for the leg to a stop. */
  legFactor(stopId: string): number;
  /** Does this rider stay away? */
  isNoShow(rideId: string): boolean;
}

/** Drivers who keep exactly to the plan. */
export const STEADY_PACE: DriverPace = { legFactor: () => 1, isNoShow: () => false };

/**
 * Drivers as they are: legs take 93 to 107 % of the planned time, one rider in a hundred does not come.
 * @param seed gives another day of the same kind
 */
export function variedPace(seed: number): DriverPace {
  return {
    legFactor: (stopId) => 0.93 + 0.14 * unitHash(`leg:${stopId}`, seed),
    isNoShow: (rideId) => unitHash(`noShow:${rideId}`, seed) < 0.01,
  };
}

/** The same drivers on a street where everything takes so many times as long. */
export function onSlowStreet(pace: DriverPace, times: number): DriverPace {
  return { ...pace, legFactor: (stopId) => times * pace.legFactor(stopId) };
}

/** A number in [0, 1) that belongs to a text (FNV-1a, Fowler, Noll and Vo 1991, with a final mix). */
function unitHash(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}
