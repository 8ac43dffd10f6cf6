import type { Person } from '../person/person.ts';
import type { EpochMs, ServiceDay } from '../units/time.ts';

export const PROXY_KINDS = ['family', 'careManager', 'clinic', 'townOffice'] as const;
/** What somebody who acts for a rider is to them. */
export type ProxyKind = (typeof PROXY_KINDS)[number];

export const PROXY_ACTS = ['book', 'cancel', 'seeRides'] as const;
/** What a proxy may do for a rider. */
export type ProxyAct = (typeof PROXY_ACTS)[number];

/** For whom: riders by name, everybody whose clinic it is, or the residents of municipalities. */
export type ProxyScope =
  | { readonly kind: 'people'; readonly personIds: readonly string[] }
  | { readonly kind: 'clinicPatients'; readonly clinicId: string }
  | { readonly kind: 'residents'; readonly municipalities: readonly string[] };

/** Who may act for whom, in what, from when until when; with the consent it rests on. */
export interface ProxyGrant {
  readonly id: string;
  /** The rider on whose card it was written down. */
  readonly personId: string;
  /** That rider's municipality; every personal row carries it. */
  readonly municipality: string;
  readonly name: string;
  readonly kind: ProxyKind;
  /** In the family's words (娘), where it was said. */
  readonly relation: string | null;
  /** Normalised digits. */
  readonly phone: string | null;
  /** An account that may read this grant. */
  readonly accountId: string | null;
  readonly scope: ProxyScope;
  readonly acts: readonly ProxyAct[];
  /** Who agreed (the rider, a guardian), and when. */
  readonly consentBy: string;
  readonly consentOn: ServiceDay;
  readonly validFrom: ServiceDay;
  /** The last day it holds; null: until it is ended. */
  readonly validUntil: ServiceDay | null;
  readonly endedAt: EpochMs | null;
  /** Account id. */
  readonly recordedBy: string;
  readonly recordedAt: EpochMs;
}

/** Does the grant hold on this day? */
export function holdsOn(
  { endedAt, validFrom, validUntil }: Pick<ProxyGrant, 'endedAt' | 'validFrom' | 'validUntil'>,
  day: ServiceDay,
): boolean {
  return endedAt === null && validFrom <= day && (validUntil === null || day <= validUntil);
}

/** Does the scope hold this rider? */
export function covers(scope: ProxyScope, person: Pick<Person, 'id' | 'clinicId' | 'municipality'>): boolean {
  switch (scope.kind) {
    case 'people':
      return scope.personIds.includes(person.id);
    case 'clinicPatients':
      return person.clinicId === scope.clinicId;
    case 'residents':
      return scope.municipalities.includes(person.municipality);
  }
}

/** Does the scope name anybody? */
export function namesSomebody(scope: ProxyScope): boolean {
  switch (scope.kind) {
    case 'people':
      return scope.personIds.length > 0;
    case 'clinicPatients':
      return scope.clinicId !== '';
    case 'residents':
      return scope.municipalities.length > 0;
  }
}
