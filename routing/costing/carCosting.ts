import type { Tags, WayCosting } from './carProfile.ts';
import {
  type AccessWords,
  carAccess,
  isBlockedWay,
  leadingNumber,
  onewayDirection,
  speedLimit,
} from './carTags.ts';

/** What tells one car profile from another. */
export interface CostingSettings {
  readonly access: AccessWords;
  /** km/h by the value of `highway`; other ways are driven only where cars are welcome. */
  readonly classKmh: Readonly<Record<string, number>>;
  /** km/h of other ways on which cars are welcome. */
  readonly otherKmh: number;
  /** Nobody drives as fast as the sign allows, all the way: share of the signed speed. */
  readonly signedShare: number;
  /** Are narrow ways driven more slowly (and not only shunned)? */
  readonly isNarrowSlower: boolean;
}

const SURFACE_KMH: Readonly<Record<string, number>> = {
  cement: 80,
  compacted: 80,
  fine_gravel: 80,
  paving_stones: 60,
  metal: 60,
  bricks: 60,
  grass: 40,
  wood: 40,
  sett: 40,
  grass_paver: 40,
  gravel: 40,
  unpaved: 40,
  ground: 40,
  dirt: 40,
  pebblestone: 40,
  tartan: 40,
  cobblestone: 30,
  clay: 30,
  earth: 20,
  stone: 20,
  rocky: 20,
  sand: 20,
  mud: 10,
};
const TRACKTYPE_KMH: Readonly<Record<string, number>> = {
  grade1: 60,
  grade2: 40,
  grade3: 30,
  grade4: 25,
  grade5: 20,
};
const SMOOTHNESS_KMH: Readonly<Record<string, number>> = {
  intermediate: 80,
  bad: 40,
  very_bad: 20,
  horrible: 10,
  very_horrible: 5,
};

/** Ways of these kinds count for half their speed when ways are compared. */
const SHUNNED_SERVICE = new Set([
  'alley',
  'parking',
  'parking_aisle',
  'driveway',
  'drive-through',
  'drive-thru',
]);
const SHUNNED = 0.5;
const SIDE_ROAD = 0.8;
const ALTERNATING = 0.4;
const NARROW_METRES = 3;
/** Share of the speed where two cars cannot pass. */
const NARROW_PACE = 0.75;

function surfaceLimit(tags: Tags): number {
  return Math.min(
    SURFACE_KMH[tags.surface ?? ''] ?? Number.POSITIVE_INFINITY,
    TRACKTYPE_KMH[tags.tracktype ?? ''] ?? Number.POSITIVE_INFINITY,
    SMOOTHNESS_KMH[tags.smoothness ?? ''] ?? Number.POSITIVE_INFINITY,
  );
}

/** Too narrow for two cars to pass. Imported Japanese roads carry their width as `yh:WIDTH` (3.0m未満 …). */
function isNarrow(tags: Tags, isTwoWay: boolean): boolean {
  const width = leadingNumber(tags.width ?? tags['yh:WIDTH']) ?? Number.POSITIVE_INFINITY;
  const lanes = leadingNumber(tags.lanes) ?? Number.POSITIVE_INFINITY;
  return width <= NARROW_METRES || (isTwoWay && lanes <= 1);
}

/** Share of the speed that counts when ways are compared. */
function preference(tags: Tags, isTwoWay: boolean): number {
  return Math.min(
    SHUNNED_SERVICE.has(tags.service ?? '') ? SHUNNED : 1,
    isNarrow(tags, isTwoWay) ? SHUNNED : 1,
    tags.oneway === 'alternating' ? ALTERNATING : 1,
    tags.side_road === 'yes' || tags.side_road === 'rotary' ? SIDE_ROAD : 1,
  );
}

/** What driving along a way costs by its tags; `null` where no car may. */
export function carCosting(tags: Tags, settings: CostingSettings): WayCosting | null {
  if (tags.highway === undefined || isBlockedWay(tags)) return null;
  const access = carAccess(tags, settings.access);
  const classKmh = settings.classKmh[tags.highway];
  const direction = onewayDirection(tags);
  const limit = surfaceLimit(tags);
  const kmh = (isForward: boolean): number => {
    const here = isForward ? access.forward : access.backward;
    if (here === 'closed' || direction === (isForward ? -1 : 1)) return 0;
    const unsigned = classKmh ?? (here === 'welcome' ? settings.otherKmh : 0);
    if (unsigned === 0) return 0;
    const signed = speedLimit(tags, isForward ? ':forward' : ':backward');
    return Math.min(limit, signed && signed > 0 ? signed * settings.signedShare : unsigned);
  };
  const isTwoWay = kmh(true) > 0 && kmh(false) > 0;
  const pace = settings.isNarrowSlower && isNarrow(tags, isTwoWay) ? NARROW_PACE : 1;
  const forwardKmh = kmh(true) * pace;
  const backwardKmh = kmh(false) * pace;
  if (forwardKmh === 0 && backwardKmh === 0) return null;
  const share = preference(tags, isTwoWay);
  return {
    forwardKmh,
    backwardKmh,
    forwardRateKmh: forwardKmh * share,
    backwardRateKmh: backwardKmh * share,
    isRestricted: (forwardKmh > 0 ? access.forward : access.backward) === 'restricted',
    isRoundabout: tags.junction === 'roundabout' || tags.junction === 'circular',
  };
}
