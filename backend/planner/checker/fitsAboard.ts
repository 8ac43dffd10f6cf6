import type { Configuration, Load } from '../../domain/units/load.ts';

/**
 * Can this load sit in one of the arrangements? Tries every way of sharing the kinds of load out over the kinds of
 * place they may use: slow, and too plain to be wrong.
 */
export function fitsAboard(
  load: Load,
  configurations: readonly Configuration[],
  placeUse: readonly (readonly number[])[],
): boolean {
  return configurations.some((places) => placeRest(load, 0, [...places], placeUse));
}

function placeRest(
  load: Load,
  kind: number,
  free: number[],
  placeUse: readonly (readonly number[])[],
): boolean {
  if (kind === load.length) return true;
  return shareOut(load, kind, load[kind] ?? 0, placeUse[kind] ?? [], 0, free, placeUse);
}

/** Shares `left` units of one kind of load over its allowed places from number `choice` on, then goes to the next kind. */
function shareOut(
  load: Load,
  kind: number,
  left: number,
  allowed: readonly number[],
  choice: number,
  free: number[],
  placeUse: readonly (readonly number[])[],
): boolean {
  if (left <= 0) return placeRest(load, kind + 1, free, placeUse);
  const place = allowed[choice];
  if (place === undefined) return false;
  const most = Math.min(left, free[place] ?? 0);
  for (let units = most; units >= 0; units--) {
    free[place] = (free[place] ?? 0) - units;
    const done = shareOut(load, kind, left - units, allowed, choice + 1, free, placeUse);
    free[place] = (free[place] ?? 0) + units;
    if (done) return true;
  }
  return false;
}

/** How many units of load are aboard beyond what the roomiest arrangement holds in all; at least 1. */
export function excessLoad(load: Load, configurations: readonly Configuration[]): number {
  const aboard = sum(load);
  const room = configurations.reduce((most, places) => Math.max(most, sum(places)), 0);
  return Math.max(1, aboard - room);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
