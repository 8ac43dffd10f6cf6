import type { Person } from '../domain/person/person.ts';
import type { RidePlace } from '../domain/place/place.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Party } from '../domain/ride/party.ts';
import type { RequestedTime, RuleOverride } from '../domain/ride/ride.ts';
import { checkService } from '../domain/service/checkService.ts';
import { computeFare } from '../domain/service/computeFare.ts';
import { rulesInForce } from '../domain/service/rulesInForce.ts';
import type { Service } from '../domain/service/service.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { EpochMs, ServiceDay } from '../domain/units/time.ts';
import type { ServiceChoice } from '../ports/ridePlanning.ts';

/** A request with everything its rules ask about. */
export interface JudgedRequest {
  readonly person: Person;
  readonly party: Party;
  readonly from: RidePlace;
  readonly to: RidePlace;
  readonly day: ServiceDay;
  readonly requested: RequestedTime;
  readonly now: EpochMs;
  readonly isWillCall: boolean;
  readonly override: RuleOverride | null;
}

/**
 * The services whose rules allow the request. When none does: the refusal of the one that came nearest to a yes, so
 * that a rider who is too late is not told that nothing runs there.
 */
export function chooseServices(
  services: readonly Service[],
  request: JudgedRequest,
): Outcome<readonly ServiceChoice[], Rejection> {
  const choices: ServiceChoice[] = [];
  const refusals: Rejection[] = [];
  for (const service of services) {
    const rules = rulesInForce(service, request.day);
    const rejection = rules ? checkService(rules, request) : { code: 'outsideServiceArea' as const };
    if (rejection) refusals.push(rejection);
    else if (rules) choices.push({ service, rules, fareYen: computeFare(rules, request) });
  }
  if (choices.length > 0) return success(choices);
  const nearest = refusals.find(({ code }) => code !== 'outsideServiceArea') ?? refusals[0];
  return refusal(nearest ?? { code: 'outsideServiceArea' });
}
