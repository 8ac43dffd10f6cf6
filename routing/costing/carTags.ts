import type { Tags } from './carProfile.ts';

/** Whose rules a car obeys, most specific first (OSM wiki, "Computing access restrictions"). */
const ACCESS_KEYS = ['motorcar', 'motor_vehicle', 'vehicle', 'access'];

const CLOSED = new Set([
  'no',
  'agricultural',
  'forestry',
  'agricultural;forestry',
  'emergency',
  'psv',
  'bus',
  'taxi',
  'impassable',
]);
const RESTRICTED = new Set(['private', 'delivery', 'destination', 'customers', 'residents', 'permit']);
const WELCOME = new Set(['yes', 'permissive', 'designated', 'hov', 'motorcar', 'motor_vehicle', 'vehicle']);

/** May a car use a way in one direction? `welcome` is said outright, `unsaid` leaves it to the kind of road. */
export type CarAccess = 'closed' | 'restricted' | 'welcome' | 'unsaid';

function accessOf(value: string | undefined): CarAccess {
  if (value === undefined) return 'unsaid';
  if (CLOSED.has(value)) return 'closed';
  if (RESTRICTED.has(value)) return 'restricted';
  return WELCOME.has(value) ? 'welcome' : 'unsaid';
}

/** A car's access along a way, forward and backward. */
export function carAccess(tags: Tags): { forward: CarAccess; backward: CarAccess } {
  const find = (suffix: string) =>
    ACCESS_KEYS.map((key) => tags[key + suffix]).find((value) => value !== undefined);
  const both = find('');
  return { forward: accessOf(find(':forward') ?? both), backward: accessOf(find(':backward') ?? both) };
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
export function isPassableBarrier(tags: Tags): boolean {
  const value = ACCESS_KEYS.map((key) => tags[key]).find((found) => found !== undefined);
  if (value !== undefined) {
    const access = accessOf(value);
    return access !== 'closed' && access !== 'restricted';
  }
  if (tags.barrier === undefined) return true;
  return PASSABLE_BARRIERS.has(tags.barrier) || (tags.barrier === 'bollard' && tags.bollard === 'rising');
}

const KMH_PER_MPH = 1.609344;
const SAID_LIMITS: Readonly<Record<string, number>> = { urban: 50, rural: 90, trunk: 110, motorway: 130 };

/** km/h of a `maxspeed` value (`40`, `30 mph`, `DE:urban`); undefined where it says nothing in numbers. */
export function parseMaxspeed(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = /^(\d+(?:\.\d+)?)\s*(mph)?/.exec(value);
  if (number) return Number(number[1]) * (number[2] ? KMH_PER_MPH : 1);
  return SAID_LIMITS[/^[A-Za-z]{2}:([a-z]+)$/.exec(value)?.[1] ?? ''];
}

/** The first whole number in a value such as `2`, `2.6` or `3 m`; undefined where there is none. */
export function leadingNumber(value: string | undefined): number | undefined {
  const digits = /^\d+/.exec(value ?? '');
  return digits ? Number(digits[0]) : undefined;
}
