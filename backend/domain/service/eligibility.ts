import type { Role } from '../account/account.ts';
import type { CareLevel, Certificate } from '../person/person.ts';

/**
 * One way of being entitled; everything it states must hold. Dated with the rules it belongs to.
 * `residentsOnly` and `minimumAge` of the rules come on top for everybody.
 */
export interface EligibilityClause {
  /** From this age on. */
  readonly minimumAge?: number;
  /** From this level of long-term care on. */
  readonly minimumCareLevel?: CareLevel;
  /** Any certificate of these. */
  readonly certificates?: readonly Certificate[];
  /** Only from one day of the year to another (`MM-DD`, both included; past the new year where the second is earlier). */
  readonly season?: { readonly from: string; readonly to: string };
  /** Only for rides that begin when the sun is down. */
  readonly afterDark?: boolean;
}

/** Who may use the service. */
export interface Eligibility {
  /** Only people who live in one of the service's municipalities. */
  readonly residentsOnly: boolean;
  /** From this age on; null: everybody. */
  readonly minimumAge: number | null;
  /** Whoever meets one of these; everybody where absent or empty. */
  readonly anyOf?: readonly EligibilityClause[];
  /** Roles that may set a rule aside for one ride, with a reason; dispatchers and administrators where absent. */
  readonly overridableBy?: readonly Role[];
}

/** The names of the rules, as refusals and overrides tell them. */
export type EligibilityRule = 'residentsOnly' | 'minimumAge' | 'anyOf';

const USUAL_OVERRIDERS: readonly Role[] = ['dispatcher', 'administrator'];

/** Roles that may set a rule of eligibility aside. */
export function overridersOf(eligibility: Eligibility): readonly Role[] {
  return eligibility.overridableBy ?? USUAL_OVERRIDERS;
}
