import type { ProxyAct } from '../proxy/proxyGrant.ts';
import type { BookedBy } from '../ride/rideHand.ts';

export const ROLES = [
  'operator',
  'dispatcher',
  'driver',
  'clinic',
  'municipality',
  'rider',
  'proxy',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who can sign in. The secret's hash stays in the adapter that checks it. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
  /** Municipalities whose people this account may see; empty: all (operators, dispatchers, administrators). */
  readonly municipalities: readonly string[];
  readonly providerId: string | null;
  readonly clinicId: string | null;
  /** The rider this account belongs to. */
  readonly personId: string | null;
  /** The vehicle whose shifts this driver's account runs. */
  readonly vehicleId: string | null;
  readonly isTrial: boolean;
}

/** What somebody who acts for a rider is about to do, and the grant that allows it now. */
export interface Acting {
  /** Row-level security asks the grants for this act itself. */
  readonly act: ProxyAct;
  readonly hand: BookedBy;
  /** Every act that the account may do for the rider now; without `seeRides` it sees what these grants have booked. */
  readonly acts: readonly ProxyAct[];
  /** Every grant that the account holds for the rider now. */
  readonly grantIds: readonly string[];
}

/**
 * What a piece of work may see and change; row-level security reads it. `system` is the planner, the nightly jobs and
 * the simulation.
 */
export type AccessScope =
  | { readonly kind: 'system' }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly role: Role;
      readonly municipalities: readonly string[];
      readonly providerId: string | null;
      readonly clinicId: string | null;
      readonly personId: string | null;
      readonly vehicleId: string | null;
      /** Only of the role `proxy`, while it acts for the rider `personId`. */
      readonly acting?: Acting;
    };

/** The scope of an account. */
export function scopeOf(account: Account): AccessScope {
  const { id, role, municipalities, providerId, clinicId, personId, vehicleId } = account;
  return { kind: 'account', accountId: id, role, municipalities, providerId, clinicId, personId, vehicleId };
}

/** The scope of an account while it acts for a rider by its grants: nothing of its own, only that rider. */
export function scopeActingFor(account: Account, personId: string, acting: Acting): AccessScope {
  return { ...holderScope(account), personId, acting };
}

/** The scope of an account that looks at what its grants hold, for nobody yet. */
export function holderScope({ id }: Account): Extract<AccessScope, { kind: 'account' }> {
  return {
    kind: 'account',
    accountId: id,
    role: 'proxy',
    municipalities: [],
    providerId: null,
    clinicId: null,
    personId: null,
    vehicleId: null,
  };
}

export const SYSTEM_SCOPE: AccessScope = { kind: 'system' };
