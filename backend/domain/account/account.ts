export const ROLES = [
  'operator',
  'dispatcher',
  'driver',
  'clinic',
  'municipality',
  'rider',
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
    };

/** The scope of an account. */
export function scopeOf(account: Account): AccessScope {
  const { id, role, municipalities, providerId, clinicId, personId, vehicleId } = account;
  return { kind: 'account', accountId: id, role, municipalities, providerId, clinicId, personId, vehicleId };
}

export const SYSTEM_SCOPE: AccessScope = { kind: 'system' };
