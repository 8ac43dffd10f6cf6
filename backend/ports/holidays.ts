import type { SpokenText } from '../domain/units/spokenText.ts';
import type { ServiceDay } from '../domain/units/time.ts';

/** Public holidays of Japan, 振替休日 and 国民の休日 included. */
export interface Holidays {
  /** The holiday's name; undefined on every other day. */
  nameOf(day: ServiceDay): SpokenText | undefined;
}
