import type { Coordinates } from '../units/coordinates.ts';

export const NEEDS = [
  'walker',
  'wheelchair',
  'stretcher',
  'doorHelp',
  'sight',
  'hearing',
  'oxygen',
  'serviceAnimal',
] as const;
/** What somebody needs on every ride; stated once, kept with the person. */
export type Need = (typeof NEEDS)[number];

/** A rider. Personal data: every row carries its municipality and is guarded by row-level security. */
export interface Person {
  readonly id: string;
  readonly householdId: string;
  readonly familyName: string;
  readonly givenName: string;
  /** Hiragana. */
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birthYear: number;
  readonly municipality: string;
  readonly hamlet: string;
  /** 屋号: the name of the house, where it has one. */
  readonly houseName: string | null;
  readonly phone: string;
  readonly home: Coordinates;
  readonly needs: readonly Need[];
  /** What the driver or operator should know, in the rider's office's words. */
  readonly note: string | null;
  /** A clinic that may book for this person, where there is one. */
  readonly clinicId: string | null;
}
