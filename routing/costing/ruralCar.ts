import type { CarProfile, Tags, WayCosting } from './carProfile.ts';
import { type TurnCosts, turnSeconds } from './turnSeconds.ts';

const KMH: Readonly<Record<string, number>> = {
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
  service: 12,
};

const TURNS: TurnCosts = {
  turnSeconds: 6,
  bias: 1.1,
  uTurnSeconds: 20,
  signalSeconds: 4,
  drivesOnLeft: true,
};

function wayCosting(tags: Tags): WayCosting | null {
  const kmh = KMH[tags.highway ?? ''];
  if (kmh === undefined) return null;
  const isOneWay = tags.oneway === 'yes' || tags.oneway === '1';
  const backward = isOneWay ? 0 : kmh;
  return {
    forwardKmh: kmh,
    backwardKmh: backward,
    forwardRateKmh: kmh,
    backwardRateKmh: backward,
    isRestricted: false,
    isRoundabout: false,
  };
}

/** A bus or van on rural Japanese roads in summer: speeds by class, driving on the left. */
export const ruralCar: CarProfile = {
  name: 'ruralCar',
  wayCosting,
  turnSeconds: (turn) => turnSeconds(TURNS, turn),
  isPassableNode: () => true,
};
