import type { Need } from '../person/person.ts';
import type { Load } from '../units/load.ts';

/** The largest party one request may have; more people need a vehicle of their own. */
export const MAX_PARTY = 8;

/** A rider plus companions and attendants. */
export interface Party {
  /** The rider, always 1. */
  readonly riders: 1;
  readonly companions: number;
  readonly attendants: number;
  /** Children under six: each takes a seat that a child seat fits on. */
  readonly children: number;
  readonly needs: readonly Need[];
}

/** How many people a party has. */
export function partySize(party: Party): number {
  return party.riders + party.companions + party.attendants + party.children;
}

/** The load of a party: the rider takes the place the needs ask for, everyone else a seat. */
export function partyLoad(party: Party): Load {
  const others = party.companions + party.attendants + party.children;
  if (party.needs.includes('stretcher')) return [others, 0, 1];
  if (party.needs.includes('wheelchair')) return [others, 1, 0];
  return [others + 1, 0, 0];
}

/** Seconds the doors stay open; `open` for a stop of its own, `join` when others already get in or out there. */
export interface Dwell {
  readonly openSeconds: number;
  readonly joinSeconds: number;
}

/** Dwell by mobility need (FEATURES S9: a wheelchair takes about four minutes longer). */
export function partyDwell(party: Party): Dwell {
  const extra = (partySize(party) - 1) * 15;
  if (party.needs.includes('stretcher')) return { openSeconds: 480 + extra, joinSeconds: 420 + extra };
  if (party.needs.includes('wheelchair')) return { openSeconds: 300 + extra, joinSeconds: 240 + extra };
  if (party.needs.includes('doorHelp')) return { openSeconds: 180 + extra, joinSeconds: 120 + extra };
  if (party.needs.includes('walker')) return { openSeconds: 90 + extra, joinSeconds: 45 + extra };
  return { openSeconds: 60 + extra, joinSeconds: 20 + extra };
}
