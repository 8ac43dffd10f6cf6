import type { Person } from '../person/person.ts';
import type { Rejection, RejectionCode } from '../rejection/rejection.ts';
import { type Outcome, refusal, success } from '../units/outcome.ts';
import type { ServiceDay } from '../units/time.ts';
import { covers, type ProxyAct, type ProxyGrant } from './proxyGrant.ts';

/** Why a grant does not allow an act, the furthest from allowing it first. */
const REASONS = [
  'unknownProxy',
  'proxyOutsideScope',
  'proxyEnded',
  'proxyExpired',
  'proxyNotYetValid',
  'proxyActNotGranted',
] as const satisfies readonly RejectionCode[];
type Reason = (typeof REASONS)[number];

/**
 * May somebody who holds these grants do this for the rider on this day?
 * @returns the first grant that allows it, or the reason of the one that comes nearest to it
 */
export function mayActFor(
  grants: readonly ProxyGrant[],
  person: Pick<Person, 'id' | 'clinicId' | 'municipality'>,
  act: ProxyAct,
  day: ServiceDay,
): Outcome<ProxyGrant, Rejection> {
  let nearest: Rejection = { code: 'unknownProxy' };
  for (const grant of grants) {
    const reason = reasonAgainst(grant, person, act, day);
    if (reason === undefined) return success(grant);
    if (REASONS.indexOf(reason) > REASONS.indexOf(nearest.code as Reason)) {
      nearest = { code: reason, ...detailsOf(reason, grant) };
    }
  }
  return refusal(nearest);
}

function reasonAgainst(
  { scope, acts, validFrom, validUntil, endedAt }: ProxyGrant,
  person: Pick<Person, 'id' | 'clinicId' | 'municipality'>,
  act: ProxyAct,
  day: ServiceDay,
): Reason | undefined {
  if (!covers(scope, person)) return 'proxyOutsideScope';
  if (endedAt !== null) return 'proxyEnded';
  if (validUntil !== null && day > validUntil) return 'proxyExpired';
  if (day < validFrom) return 'proxyNotYetValid';
  return acts.includes(act) ? undefined : 'proxyActNotGranted';
}

/** The day that fills the sentence. */
function detailsOf(reason: Reason, { validFrom, validUntil }: ProxyGrant): Pick<Rejection, 'details'> {
  if (reason === 'proxyExpired') return { details: { day: validUntil ?? '' } };
  return reason === 'proxyNotYetValid' ? { details: { day: validFrom } } : {};
}
