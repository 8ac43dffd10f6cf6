import type { ServiceDay } from '../domain/units/time.ts';
import type { RidePlanning } from '../ports/ridePlanning.ts';
import type { ShiftRevision } from '../ports/shiftRevision.ts';

/** Stage ③: the plan of each service day, its versions and its promises. */
export interface Dispatch extends RidePlanning, ShiftRevision {
  /** Makes the day's shifts from the templates, where they are missing. Idempotent. */
  openDay(day: ServiceDay): Promise<void>;
}
