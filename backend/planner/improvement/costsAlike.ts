import type { VehicleType } from './compile.ts';

/** Does every tour cost the same with either kind of vehicle, if both can drive it? */
export function costsAlike(a: VehicleType, b: VehicleType): boolean {
  const isFromSamePlaces = a.start === b.start && a.end === b.end;
  const isPricedAlike =
    a.perMetre === b.perMetre && a.perSecond === b.perSecond && a.fixedCost === b.fixedCost;
  return isFromSamePlaces && isPricedAlike;
}

/** May a tour be cheaper with another vehicle? Once vehicles are out, exchanging them brought nothing (`BENCH.md`). */
export function paysToExchange(types: readonly VehicleType[]): boolean {
  return !types.some(({ isUnderWay }) => isUnderWay) && types.some((type) => !costsAlike(type, types[0]!));
}
