import type { EpochMs } from '../units/time.ts';

/** With whom a rider is not to ride: another rider, or a driver of a provider, by the name that shifts carry. */
export type ApartFrom =
  | { readonly kind: 'rider'; readonly personId: string }
  | { readonly kind: 'driver'; readonly providerId: string; readonly driverName: string };

/** Who is not to ride with whom: all that planning may know of it. Riders who were merged stand under the kept id. */
export interface ApartRule {
  readonly personId: string;
  readonly from: ApartFrom;
}

/** Two riders, or a rider and a driver, who are never to be in a vehicle together; written down on the rider's card. */
export interface ApartPair extends ApartRule {
  readonly id: string;
  /** The rider's. */
  readonly municipality: string;
  /** In the words of whoever wrote it down. */
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: EpochMs;
  readonly endedAt: EpochMs | null;
}

/** The longest reason that is kept, in characters. */
export const LONGEST_APART_REASON = 500;

/** Do two rules keep the same two apart, whichever of them was named first? */
export function isSamePair(one: ApartRule, other: ApartRule): boolean {
  return pairKey(one) === pairKey(other);
}

/** The same for both ways of naming two people. */
export function pairKey({ personId, from }: ApartRule): string {
  if (from.kind === 'driver') return JSON.stringify([personId, from.providerId, from.driverName]);
  return JSON.stringify([personId, from.personId].sort());
}
