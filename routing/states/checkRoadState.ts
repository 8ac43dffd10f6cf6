import { ROAD_CLASSES, type RoadClass } from '../network/roadNetwork.ts';
import {
  type ClosedPart,
  type LearnedRule,
  type Ring,
  type RoadState,
  RoadStateFault,
  type SnowRule,
} from './roadState.ts';

type Json = Record<string, unknown>;

function fail(where: string, what: string): never {
  throw new RoadStateFault('malformedState', `${where}: ${what}`);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPoint(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    Number.isFinite(value[0]) &&
    Number.isFinite(value[1]) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  );
}

function checkRing(value: unknown, where: string): Ring {
  if (!Array.isArray(value) || value.length < 3 || !value.every(isPoint)) {
    fail(where, 'an area needs at least three points [lon, lat]');
  }
  return value as unknown as Ring;
}

function checkClasses(value: unknown, where: string): RoadClass[] {
  const areKnown = Array.isArray(value) && value.every((name) => ROAD_CLASSES.includes(name));
  if (!areKnown) fail(where, `classes must be among ${ROAD_CLASSES.join(', ')}`);
  return value as RoadClass[];
}

function checkClosed(value: unknown, where: string): ClosedPart {
  if (!isObject(value)) return fail(where, 'is not an object');
  if (value.kind === 'area') {
    const classes = value.classes === undefined ? {} : { classes: checkClasses(value.classes, where) };
    return { kind: 'area', ring: checkRing(value.ring, where), ...classes };
  }
  if (value.kind !== 'ref') return fail(where, 'kind must be "ref" or "area"');
  if (typeof value.ref !== 'string' || value.ref === '') return fail(where, 'ref must name a road');
  const { between, within } = value;
  const arePoints = Array.isArray(between) && between.length === 2 && between.every(isPoint);
  if (between !== undefined && !arePoints) return fail(where, 'between must be two points [lon, lat]');
  return {
    kind: 'ref',
    ref: value.ref,
    ...(between === undefined ? {} : { between: between as never }),
    ...(within === undefined ? {} : { within: checkRing(within, where) }),
  };
}

function checkSnow(value: unknown, where: string): SnowRule {
  if (!isObject(value)) return fail(where, 'is not an object');
  const { factor, aboveMetres, belowMetres } = value;
  if (typeof factor !== 'number' || !(factor > 0 && factor <= 1)) {
    return fail(where, 'factor must be more than 0 and at most 1; close a road instead of giving it 0');
  }
  const isHeight = (height: unknown) => height === undefined || Number.isFinite(height);
  if (!isHeight(aboveMetres) || !isHeight(belowMetres)) return fail(where, 'altitudes must be numbers');
  return {
    factor,
    ...(value.classes === undefined ? {} : { classes: checkClasses(value.classes, where) }),
    ...(aboveMetres === undefined ? {} : { aboveMetres: aboveMetres as number }),
    ...(belowMetres === undefined ? {} : { belowMetres: belowMetres as number }),
    ...(value.within === undefined ? {} : { within: checkRing(value.within, where) }),
  };
}

function checkLearned(value: unknown, where: string): LearnedRule {
  if (!isObject(value)) return fail(where, 'is not an object');
  const { factor } = value;
  if (typeof factor !== 'number' || !(factor > 0 && factor <= 3)) {
    return fail(where, 'factor must be more than 0 and at most 3');
  }
  return { class: checkClasses([value.class], where)[0]!, factor };
}

/** Names that paths of the HTTP interface use for open roads. */
export const OPEN_ROADS_NAMES: readonly string[] = ['driving', 'car', 'open'];

/** Takes JSON for a road state. Throws `RoadStateFault` with the part that is wrong. */
export function checkRoadState(value: unknown): RoadState {
  if (!isObject(value)) return fail('road state', 'is not an object');
  const { id, closed = [], snow = [], learned = [] } = value;
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) {
    return fail('road state', 'id must be 1 to 64 letters, digits, - or _');
  }
  if (OPEN_ROADS_NAMES.includes(id)) return fail('road state', `${id} means open roads; choose another id`);
  if (!Array.isArray(closed) || !Array.isArray(snow) || !Array.isArray(learned))
    return fail('road state', 'closed, snow and learned must be lists');
  return {
    id,
    closed: closed.map((part, i) => checkClosed(part, `closed[${i}]`)),
    snow: snow.map((rule, i) => checkSnow(rule, `snow[${i}]`)),
    learned: learned.map((rule, i) => checkLearned(rule, `learned[${i}]`)),
  };
}
