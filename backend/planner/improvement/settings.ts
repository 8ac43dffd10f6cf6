/** What the search may be tuned by. */
export interface SearchSettings {
  /** Share of steps that exchange segments instead. */
  readonly splices: number;
  /** Moves of single requests before each step. */
  readonly relocations: number;
  /** Share of steps before which two vehicles that cost unlike exchange their tours, where there are such and none is out. */
  readonly vehicleExchanges: number;
  /** Share of the other steps that begin with an exchange which may make the plan dearer. */
  readonly twists: number;
  /** Requests taken out in a step, on average; and the longest run taken out of one tour. */
  readonly average: number;
  readonly longest: number;
  /** Shares of the ways to take requests out at first; they change by what each brings. */
  readonly strings: number;
  readonly related: number;
  readonly corridor: number;
  readonly moment: number;
  readonly anybody: number;
  readonly wholeTours: number;
  /** Share of putting them back by regret; the rest is greedy. */
  readonly regret: number;
  /** Chance of overlooking a tour in insertion. */
  readonly blink: number;
  /** Temperature at the start and at the end, in units of cost per request. */
  readonly hot: number;
  readonly cold: number;
  /** Steps per request from which on the search begins at the full temperature. */
  readonly unhurried: number;
  /** Tours of plans within this factor of the best go into the pool. */
  readonly poolWithin: number;
}

const DEFAULT_SETTINGS: SearchSettings = {
  splices: 0.7,
  relocations: 0,
  vehicleExchanges: 0.1,
  twists: 0.3,
  average: 12,
  longest: 12,
  strings: 0.7,
  related: 0.15,
  corridor: 0.05,
  moment: 0.05,
  anybody: 0.03,
  wholeTours: 0.02,
  regret: 0.6,
  blink: 0.01,
  hot: 0.6,
  cold: 0.015,
  unhurried: 60,
  poolWithin: 1.05,
};

/** From more vehicles than this on a fleet is large: a step can only look at a small part of it. */
export const LARGE_FLEET = 40;

/**
 * What differs for a large fleet, where each request can be taken out only a few hundred times: short strings out of
 * many tours that lie together, put back quickly. A whole tour or anybody from anywhere is seldom put back better.
 */
const FOR_LARGE_FLEET: Partial<SearchSettings> = {
  splices: 0.85,
  relocations: 2,
  twists: 0,
  longest: 5,
  strings: 0.9,
  related: 0.05,
  corridor: 0,
  moment: 0,
  anybody: 0.05,
  wholeTours: 0,
  regret: 0.2,
  hot: 3,
  unhurried: 120,
};

/** The settings for a fleet of so many vehicles, with those given in place of the usual ones. */
export function settingsFor(vehicleCount: number, given: Partial<SearchSettings> = {}): SearchSettings {
  return { ...DEFAULT_SETTINGS, ...(vehicleCount > LARGE_FLEET && FOR_LARGE_FLEET), ...given };
}
