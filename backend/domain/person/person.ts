import type { Coordinates } from '../units/coordinates.ts';
import type { ServiceDay } from '../units/time.ts';
import { normaliseKana } from './normaliseKana.ts';
import { normalisePhone } from './phoneNumber.ts';

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

/** 要支援 1–2, 要介護 1–5: levels of long-term care, lightest first. */
export const CARE_LEVELS = ['support1', 'support2', 'care1', 'care2', 'care3', 'care4', 'care5'] as const;
export type CareLevel = (typeof CARE_LEVELS)[number];

/** 身体障害者手帳, 療育手帳, 精神障害者保健福祉手帳. */
export const CERTIFICATES = ['physical', 'intellectual', 'mental'] as const;
export type Certificate = (typeof CERTIFICATES)[number];

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
  /** Reading of the house name, hiragana. */
  readonly houseKana: string | null;
  readonly phone: string;
  /** Further numbers of the person or household. */
  readonly otherPhones: readonly string[];
  readonly home: Coordinates;
  readonly needs: readonly Need[];
  /** Level of long-term care, where the town has told us one. */
  readonly careLevel: CareLevel | null;
  /** Certificates of disability that the rider has shown. */
  readonly certificates: readonly Certificate[];
  /** What the driver or operator should know, in the rider's office's words. */
  readonly note: string | null;
  /** A clinic that may book for this person, where there is one. */
  readonly clinicId: string | null;
  /** The day on which the rider agreed to be kept in the register. */
  readonly consentOn: ServiceDay | null;
  /** Counts changes; a writer names the revision it read. */
  readonly revision: number;
}

/** Is the number (normalised digits) one of the person's? */
export function hasPhone(person: Person, digits: string): boolean {
  return [person.phone, ...person.otherPhones].some((phone) => normalisePhone(phone) === digits);
}

/** Do people call this rider so? Family name, given name or both, written any way, whole or begun. */
export function isCalled(person: Person, name: string): boolean {
  const said = normaliseKana(name);
  const { familyName, givenName, familyKana, givenKana } = person;
  const isFamily = [familyName, familyKana].some((known) => normaliseKana(known) === said);
  const names = [familyName + givenName, givenName, familyKana + givenKana, givenKana];
  return isFamily || (said.length > 1 && names.some((known) => normaliseKana(known).startsWith(said)));
}

/** Family name and given name, as people are called here. */
export function personName({ familyName, givenName }: Pick<Person, 'familyName' | 'givenName'>): string {
  return `${familyName} ${givenName}`;
}
