import type { Configuration } from '../../domain/units/load.ts';

/**
 * When a load fits a vehicle. `limits[c * subsets.length + s]` is the number of places that configuration c offers to
 * the load kinds of subset s; the load fits c when no subset asks for more (Hall 1935, in the form for capacities).
 */
export interface CapacityRules {
  readonly kinds: number;
  readonly configurations: number;
  /** Bit masks of load kinds; only the subsets that can bind in some configuration. */
  readonly subsets: readonly number[];
  readonly limits: Float64Array;
}

/** The rules of one list of configurations under one `placeUse`. */
export function capacityRulesOf(
  configurations: readonly Configuration[],
  placeUse: readonly (readonly number[])[],
): CapacityRules {
  const kinds = placeUse.length;
  const subsets: number[] = [];
  for (let mask = 1; mask < 1 << kinds; mask++) {
    if (isConnected(mask, placeUse)) subsets.push(mask);
  }
  const limits = new Float64Array(configurations.length * subsets.length);
  configurations.forEach((places, c) => {
    subsets.forEach((mask, s) => {
      limits[c * subsets.length + s] = placesOpenTo(mask, places, placeUse);
    });
  });
  return { kinds, configurations: configurations.length, subsets, limits };
}

/** Does the load `loads[at + k]` fit one of the configurations? */
export function fitsCapacity(rules: CapacityRules, loads: ArrayLike<number>, at: number): boolean {
  const { kinds, subsets, limits } = rules;
  const width = subsets.length;
  for (let c = 0; c < rules.configurations; c++) {
    let fits = true;
    for (let s = 0; s < width && fits; s++) {
      const mask = subsets[s]!;
      let wanted = 0;
      for (let k = 0; k < kinds; k++) if (mask & (1 << k)) wanted += loads[at + k]!;
      fits = wanted <= limits[c * width + s]!;
    }
    if (fits) return true;
  }
  return false;
}

/** How many places are missing in the configuration that comes nearest; 0 when the load fits. */
export function missingPlaces(rules: CapacityRules, loads: ArrayLike<number>, at: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c < rules.configurations; c++) {
    let worst = 0;
    rules.subsets.forEach((mask, s) => {
      let wanted = 0;
      for (let k = 0; k < rules.kinds; k++) if (mask & (1 << k)) wanted += loads[at + k]!;
      worst = Math.max(worst, wanted - rules.limits[c * rules.subsets.length + s]!);
    });
    least = Math.min(least, worst);
  }
  return least;
}

/** A subset whose kinds share no places only repeats what its parts say. */
function isConnected(mask: number, placeUse: readonly (readonly number[])[]): boolean {
  const members = placeUse.map((_, k) => k).filter((k) => mask & (1 << k));
  const reached = new Set([members[0]!]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const k of members) {
      if (reached.has(k)) continue;
      if (![...reached].some((other) => placeUse[k]!.some((place) => placeUse[other]!.includes(place))))
        continue;
      reached.add(k);
      grown = true;
    }
  }
  return reached.size === members.length;
}

function placesOpenTo(mask: number, places: Configuration, placeUse: readonly (readonly number[])[]): number {
  const open = new Set<number>();
  placeUse.forEach((uses, k) => {
    if (mask & (1 << k)) for (const place of uses) open.add(place);
  });
  let sum = 0;
  for (const place of open) sum += places[place] ?? 0;
  return sum;
}
