import type { Configuration, Load } from '../../domain/units/load.ts';
import { PlanProblemError } from '../schedule/planProblemError.ts';

/** Tables of more entries than this take too long to fill. */
const MOST_CODES = 1 << 24;

/**
 * Loads as single numbers, so that boarding is an addition and "does it fit?" one look into a table: digits of a mixed
 * radix, one per kind of load, each wide enough that nothing carries over while the load before fitted. Only a vehicle
 * with nobody aboard has code 0: parties that take no place at all are counted in a digit of their own.
 */
export interface LoadCodes {
  /** `[r]` = code of request r's load. */
  readonly ofRequest: Int32Array;
  /** `fits[t][code]` = 1 when the load fits one of the arrangements of vehicle type t. */
  readonly fits: readonly Uint8Array[];
}

/**
 * Tables for these loads and vehicle types; `configurations[t]` belongs to type t.
 * @throws PlanProblemError when there are more different loads than a table can hold
 */
export function createLoadCodes(
  loads: readonly Load[],
  configurations: readonly (readonly Configuration[])[],
  placeUse: readonly (readonly number[])[],
): LoadCodes {
  const rooms = placeUse.map((allowed) =>
    configurations.flat().reduce((most, places) => Math.max(most, roomFor(places, allowed)), 0),
  );
  const counted = loads.map((load) => countedOf(load, rooms));
  const radices = [...rooms, Number.POSITIVE_INFINITY].map((room, kind) => {
    const biggestParty = counted.reduce((most, load) => Math.max(most, load[kind]!), 0);
    const onBoard = counted.reduce((all, load) => all + load[kind]!, 0);
    return Math.min(room + biggestParty, onBoard) + 1;
  });
  const steps = radices.map((_, kind) =>
    radices.slice(0, kind).reduce((product, radix) => product * radix, 1),
  );
  const size = radices.reduce((product, radix) => product * radix, 1);
  if (size > MOST_CODES) {
    throw new PlanProblemError(
      'wrongShape',
      `${size} different loads are too many: fewer places, or larger units`,
    );
  }
  return {
    ofRequest: Int32Array.from(counted, (load) =>
      steps.reduce((code, step, kind) => code + step * load[kind]!, 0),
    ),
    fits: configurations.map((arrangements) => tableOf(size, radices, arrangements, placeUse)),
  };
}

/** What of a party is counted: no more than fits nowhere, and behind its kinds the party itself where it takes no place. */
function countedOf(load: Load, rooms: readonly number[]): number[] {
  const units = rooms.map((room, kind) => Math.min(load[kind] ?? 0, room + 1));
  return [...units, units.some((count) => count > 0) ? 0 : 1];
}

function roomFor(places: Configuration, allowed: readonly number[]): number {
  return allowed.reduce((room, place) => room + (places[place] ?? 0), 0);
}

function tableOf(
  size: number,
  radices: readonly number[],
  arrangements: readonly Configuration[],
  placeUse: readonly (readonly number[])[],
): Uint8Array {
  const table = new Uint8Array(size);
  const load = radices.map(() => 0);
  for (let code = 0; code < size; code++) {
    let rest = code;
    radices.forEach((radix, kind) => {
      load[kind] = rest % radix;
      rest = Math.floor(rest / radix);
    });
    if (arrangements.some((places) => hasRoom(load, places, placeUse))) table[code] = 1;
  }
  return table;
}

/** Every group of kinds must find room in the places open to any of them (Hall 1935). */
function hasRoom(load: Load, places: Configuration, placeUse: readonly (readonly number[])[]): boolean {
  for (let group = 1; group < 1 << placeUse.length; group++) {
    let aboard = 0;
    const open = new Set<number>();
    placeUse.forEach((allowed, kind) => {
      if ((group & (1 << kind)) === 0) return;
      aboard += load[kind] ?? 0;
      for (const place of allowed) open.add(place);
    });
    let room = 0;
    for (const place of open) room += places[place] ?? 0;
    if (aboard > room) return false;
  }
  return true;
}
