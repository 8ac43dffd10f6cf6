import { type CostingSettings, carCosting } from './carCosting.ts';
import type { CarProfile } from './carProfile.ts';
import { isPassableBarrier, STOCK_ACCESS } from './carTags.ts';
import { type TurnCosts, turnSeconds } from './turnSeconds.ts';

/** km/h by class where no sign says otherwise. */
const CLASS_KMH: Readonly<Record<string, number>> = {
  motorway: 90,
  motorway_link: 45,
  trunk: 85,
  trunk_link: 40,
  primary: 65,
  primary_link: 30,
  secondary: 55,
  secondary_link: 25,
  tertiary: 40,
  tertiary_link: 20,
  unclassified: 25,
  residential: 25,
  living_street: 10,
  service: 15,
};

const COSTING: CostingSettings = {
  access: STOCK_ACCESS,
  classKmh: CLASS_KMH,
  otherKmh: 10,
  signedShare: 0.8,
  isNarrowSlower: false,
};

const TURNS: TurnCosts = {
  turnSeconds: 7.5,
  bias: 1.075,
  uTurnSeconds: 20,
  signalSeconds: 2,
  drivesOnLeft: false,
};

/** The speeds and turn costs of OSRM's stock car profile, so that both engines can be held against each other. */
export const stockCar: CarProfile = {
  name: 'stockCar',
  version: 2,
  wayCosting: (tags) => carCosting(tags, COSTING),
  turnSeconds: (turn) => turnSeconds(TURNS, turn),
  isPassableNode: (tags) => isPassableBarrier(tags, STOCK_ACCESS),
};
