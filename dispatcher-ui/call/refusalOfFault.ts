import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { type Refusal, refusalOf } from '../store/refusal.ts';

/** The refusal behind a fault; one without problem details has its words only. */
export function refusalOfFault(fault: ApiFault): Refusal {
  if (fault.problem) return refusalOf(fault.problem);
  const { code, sentence, action, field } = fault;
  return {
    code,
    sentence,
    action,
    field,
    requestId: null,
    alternatives: [],
    mayOverride: null,
    otherRide: null,
  };
}
