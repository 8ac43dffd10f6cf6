import { type CostingSettings, carCosting } from './carCosting.ts';
import type { CarProfile } from './carProfile.ts';
import { isPassableBarrier, RURAL_ACCESS } from './carTags.ts';
import { type TurnCosts, turnSeconds } from './turnSeconds.ts';

/** km/h by class where no sign says otherwise. */
const CLASS_KMH: Readonly<Record<string, number>> = {
  motorway: 80,
  motorway_link: 40,
  trunk: 48,
  trunk_link: 34,
  primary: 42,
  primary_link: 30,
  secondary: 38,
  secondary_link: 28,
  tertiary: 34,
  tertiary_link: 24,
  unclassified: 24,
  residential: 24,
  living_street: 10,
  service: 12,
};

/** Held against the Lua profile of `osrm-routed` by a test. */
export const RURAL_COSTING: CostingSettings = {
  access: RURAL_ACCESS,
  classKmh: CLASS_KMH,
  otherKmh: 10,
  signedShare: 0.9,
  isNarrowSlower: true,
};

/** Held against the Lua profile too. */
export const RURAL_TURNS: TurnCosts = {
  turnSeconds: 6,
  bias: 1.1,
  uTurnSeconds: 20,
  signalSeconds: 4,
  drivesOnLeft: true,
};

/** A bus or van on rural Japanese roads in summer: speeds by class, driving on the left. */
export const ruralCar: CarProfile = {
  name: 'ruralCar',
  version: 2,
  wayCosting: (tags) => carCosting(tags, RURAL_COSTING),
  turnSeconds: (turn) => turnSeconds(RURAL_TURNS, turn),
  isPassableNode: (tags) => isPassableBarrier(tags, RURAL_ACCESS),
};
