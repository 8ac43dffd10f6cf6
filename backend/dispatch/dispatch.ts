import type { ServiceDay } from '../domain/units/time.ts';
import type { RidePlanning } from '../ports/ridePlanning.ts';

/** Stage ③: the plan of each service day, its versions and its promises. */
export interface Dispatch extends RidePlanning {
  /** Makes the day's shifts from the templates and its empty schedules, where they are missing. Idempotent. */
  openDay(day: ServiceDay): Promise<void>;
}
