import type { Tags } from './carProfile.ts';

/** Whose rules a car obeys, most specific first (OSM wiki, "Computing access restrictions"). */
export const ACCESS_KEYS = ['motorcar', 'motor_vehicle', 'vehicle', 'access'];

/** Values of access tags that keep cars out, or let in only those who have business there. */
export interface AccessWords {
  readonly closed: ReadonlySet<string>;
  readonly restricted: ReadonlySet<string>;
}

/** Those of OSRM's stock car profile; all others are open. */
export const STOCK_ACCESS: AccessWords = {
  closed: new Set(['no', 'agricultural', 'forestry', 'emergency', 'psv']),
  restricted: new Set(['private', 'delivery', 'destination', 'customers']),
};

/** Those met on rural roads. */
export const RURAL_ACCESS: AccessWords = {
  closed: new Set([...STOCK_ACCESS.closed, 'agricultural;forestry', 'bus', 'taxi', 'impassable']),
  restricted: new Set([...STOCK_ACCESS.restricted, 'residents', 'permit']),
};

const WELCOME = new Set(['yes', 'permissive', 'designated', 'hov', 'motorcar', 'motor_vehicle', 'vehicle']);

/** May a car use a way in one direction? `welcome` is said outright, `unsaid` leaves it to the kind of road. */
export type CarAccess = 'closed' | 'restricted' | 'welcome' | 'unsaid';

function accessOf(value: string | undefined, words: AccessWords): CarAccess {
  if (value === undefined) return 'unsaid';
  if (words.closed.has(value)) return 'closed';
  if (words.restricted.has(value)) return 'restricted';
  return WELCOME.has(value) ? 'welcome' : 'unsaid';
}

/** A car's access along a way, forward and backward. */
export function carAccess(tags: Tags, words: AccessWords): { forward: CarAccess; backward: CarAccess } {
  const find = (suffix: string) =>
    ACCESS_KEYS.map((key) => tags[key + suffix]).find((value) => value !== undefined);
  const both = find('');
  return {
    forward: accessOf(find(':forward') ?? both, words),
    backward: accessOf(find(':backward') ?? both, words),
  };
}

/** 1: only along the way, −1: only against it, 0: both. Roundabouts and motorways are one-way unless said otherwise. */
export function onewayDirection(tags: Tags): -1 | 0 | 1 {
  const said =
    tags['oneway:motorcar'] ?? tags['oneway:motor_vehicle'] ?? tags['oneway:vehicle'] ?? tags.oneway;
  if (said === '-1' || said === 'reverse') return -1;
  if (said === 'yes' || said === '1' || said === 'true') return 1;
  const isImplied =
    tags.highway === 'motorway' || tags.junction === 'roundabout' || tags.junction === 'circular';
  return isImplied && said !== 'no' ? 1 : 0;
}

/** Not a road for cars whatever else is said: areas, works, plans, stairs, ways that change direction. */
export function isBlockedWay(tags: Tags): boolean {
  const isWorks = tags.construction !== undefined && !['no', 'minor', 'widening'].includes(tags.construction);
  return (
    tags.area === 'yes' ||
    tags.oneway === 'reversible' ||
    tags.impassable === 'yes' ||
    tags.status === 'impassable' ||
    tags.smoothness === 'impassable' ||
    ['construction', 'proposed', 'steps'].includes(tags.highway ?? '') ||
    tags.service === 'emergency_access' ||
    tags.proposed !== undefined ||
    isWorks
  );
}

const PASSABLE_BARRIERS = new Set([
  'cattle_grid',
  'border_control',
  'toll_booth',
  'sally_port',
  'gate',
  'lift_gate',
  'no',
  'entrance',
  'height_restrictor',
  'arch',
]);

/** May a car pass this node? Access said outright goes before the kind of barrier. */
export function isPassableBarrier(tags: Tags, words: AccessWords): boolean {
  const value = ACCESS_KEYS.map((key) => tags[key]).find((found) => found !== undefined);
  if (value !== undefined) return accessOf(value, words) !== 'closed';
  const { barrier } = tags;
  if (barrier === undefined || PASSABLE_BARRIERS.has(barrier)) return true;
  const isRisingBollard = tags.bollard === 'rising';
  const isLowKerb = tags.kerb === 'lowered' || tags.kerb === 'flat';
  const isKerbOfCrossing = barrier === 'kerb' && tags.highway === 'crossing';
  return isRisingBollard || isLowKerb || isKerbOfCrossing;
}

const KMH_PER_MPH = 1.609344;
/** km/h behind words: general limits by kind of road, and those of countries that differ. */
const SAID_LIMITS: Readonly<Record<string, number>> = {
  urban: 50,
  rural: 90,
  trunk: 110,
  motorway: 130,
  'at:rural': 100,
  'at:trunk': 100,
  'ch:rural': 80,
  'ch:trunk': 100,
  'ch:motorway': 120,
  'de:living_street': 7,
  'de:rural': 100,
  'dk:rural': 80,
  'fr:rural': 80,
  'nl:rural': 80,
  'nl:trunk': 100,
  'no:rural': 80,
  'no:motorway': 110,
  'pl:rural': 100,
  'pl:trunk': 120,
  'pl:motorway': 140,
  'ru:urban': 60,
  'ru:motorway': 110,
  none: 140,
};
const LIMIT_KEYS = ['maxspeed:advisory', 'maxspeed', 'source:maxspeed', 'maxspeed:type'];

/** km/h of a speed limit (`40`, `30 mph`, `DE:urban`); undefined where it says nothing in numbers. */
export function parseMaxspeed(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = /^(\d+(?:\.\d+)?)\s*(mph)?/.exec(value);
  if (number) return Number(number[1]) * (number[2] ? KMH_PER_MPH : 1);
  const said = value.toLowerCase();
  return SAID_LIMITS[said] ?? SAID_LIMITS[/^[a-z]{2}:([a-z]+)$/.exec(said)?.[1] ?? ''];
}

/** The speed limit of a way in one direction in km/h, by whichever tag says it. */
export function speedLimit(tags: Tags, suffix: ':forward' | ':backward'): number | undefined {
  return parseMaxspeed(
    LIMIT_KEYS.map((key) => tags[key + suffix] ?? tags[key]).find((value) => value !== undefined),
  );
}

/** The first whole number in a value such as `2`, `2.6` or `3 m`; undefined where there is none. */
export function leadingNumber(value: string | undefined): number | undefined {
  const digits = /^\d+/.exec(value ?? '');
  return digits ? Number(digits[0]) : undefined;
}
