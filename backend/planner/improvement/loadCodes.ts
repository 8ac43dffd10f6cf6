import type { Configuration, Load } from '../../domain/units/load.ts';

/**
 * Loads as single numbers, so that boarding is an addition and "does it fit?" one look into a table: digits of a mixed
 * radix, one per kind of load, each wide enough that nothing carries over while the load before fitted.
 */
export interface LoadCodes {
  /** `[r]` = code of request r's load. */
  readonly ofRequest: Int32Array;
  /** `fits[t][code]` = 1 when the load fits one of the arrangements of vehicle type t. */
  readonly fits: readonly Uint8Array[];
}

/** Tables for these loads and vehicle types; `configurations[t]` belongs to type t. */
export function createLoadCodes(
  loads: readonly Load[],
  configurations: readonly (readonly Configuration[])[],
  placeUse: readonly (readonly number[])[],
): LoadCodes {
  const kinds = placeUse.length;
  const radices: number[] = [];
  for (let kind = 0; kind < kinds; kind++) {
    const biggestParty = loads.reduce((most, load) => Math.max(most, load[kind] ?? 0), 0);
    const onBoard = loads.reduce((all, load) => all + (load[kind] ?? 0), 0);
    let room = 0;
    for (const places of configurations.flat()) room = Math.max(room, roomFor(places, placeUse[kind]!));
    radices.push(Math.min(room + biggestParty, onBoard) + 1);
  }
  const steps = radices.map((_, kind) =>
    radices.slice(0, kind).reduce((product, radix) => product * radix, 1),
  );
  const size = radices.reduce((product, radix) => product * radix, 1);
  return {
    ofRequest: Int32Array.from(loads, (load) =>
      steps.reduce((code, step, kind) => code + step * (load[kind] ?? 0), 0),
    ),
    fits: configurations.map((arrangements) => tableOf(size, radices, arrangements, placeUse)),
  };
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
