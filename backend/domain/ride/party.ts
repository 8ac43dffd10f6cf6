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
  /** Large pieces (a suitcase, a sack of rice): each takes the room of a seat. */
  readonly luggage: number;
  readonly needs: readonly Need[];
}

/** More than this goes on a lorry. */
export const MAX_LUGGAGE = 4;

/** How many people a party has. */
export function partySize(party: Party): number {
  return party.riders + party.companions + party.attendants + party.children;
}

/**
 * The load of a party: the rider takes the place the needs ask for, everyone else a seat; a service animal lies in the
 * room of one, and so does each large piece of luggage. A walker folds, and oxygen is carried on the lap.
 */
export function partyLoad(party: Party): Load {
  const animal = party.needs.includes('serviceAnimal') ? 1 : 0;
  const others = party.companions + party.attendants + party.children + party.luggage + animal;
  if (party.needs.includes('stretcher')) return [others, 0, 1];
  if (party.needs.includes('wheelchair')) return [others, 1, 0];
  return [others + 1, 0, 0];
}

/** Seconds the doors stay open; `open` for a stop of its own, `join` when others already get in or out there. */
export interface Dwell {
  readonly openSeconds: number;
  readonly joinSeconds: number;
}

/** Dwell by mobility need (FEATURES S9: a wheelchair takes about four minutes longer); things to stow take time too. */
export function partyDwell(party: Party): Dwell {
  const oxygen = party.needs.includes('oxygen') ? 30 : 0;
  const extra = (partySize(party) - 1) * 15 + party.children * 30 + party.luggage * 20 + oxygen;
  if (party.needs.includes('stretcher')) return { openSeconds: 480 + extra, joinSeconds: 420 + extra };
  if (party.needs.includes('wheelchair')) return { openSeconds: 300 + extra, joinSeconds: 240 + extra };
  if (party.needs.includes('doorHelp')) return { openSeconds: 180 + extra, joinSeconds: 120 + extra };
  if (party.needs.includes('walker')) return { openSeconds: 90 + extra, joinSeconds: 45 + extra };
  return { openSeconds: 60 + extra, joinSeconds: 20 + extra };
}
