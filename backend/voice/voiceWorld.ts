import type { Booking, CallDesk } from '../booking/index.ts';
import type { TimeWindow } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Riders } from '../riders/index.ts';

/** What the voice line needs of the world. */
export interface VoiceWorld {
  readonly store: Store;
  readonly booking: Booking;
  readonly callDesk: CallDesk;
  readonly riders: Riders;
  readonly clock: Clock;
  /** The world's clock: telephones do not ring faster in a sped-up trial. */
  readonly wallClock: Clock;
  readonly log: Log;
  /** Hours of the desk on days on which a service runs; null: while any service runs. */
  readonly deskHours: TimeWindow | null;
  /** Waits a little while another process is at the same turn. */
  readonly pause: (milliseconds: number) => Promise<void>;
}
