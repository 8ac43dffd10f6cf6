import type { ServiceDay } from '../units/time.ts';
import type { Service, ServiceRules } from './service.ts';

/** The version of a service's rules valid on a day; undefined where the service does not exist then. */
export function rulesInForce(service: Service, day: ServiceDay): ServiceRules | undefined {
  return service.rules.find(
    (rules) => rules.validFrom <= day && (rules.validTo === null || day <= rules.validTo),
  );
}
