import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Channel, Ride } from '../../domain/ride/ride.ts';
import type { Occurrence } from '../../domain/standingOrder/expandSeries.ts';
import type { StandingEntry } from '../../domain/standingOrder/standingEntry.ts';
import type { DayException, StandingOrder, StandingWish } from '../../domain/standingOrder/standingOrder.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';

/** What was made of one leg of a date. */
export interface MadeLeg {
  readonly entry: StandingEntry;
  /** As it stands now; null where there is none. */
  readonly ride: Ride | null;
  /** Was it ridden, cancelled or changed by hand? Then no change of the series rewrites it. */
  readonly isTouched: boolean;
}

/** A date of a series, with what was made of it. */
export interface SeriesDate {
  readonly occurrence: Occurrence;
  readonly made: readonly MadeLeg[];
}

/** A series that need not be kept, and the kept order it is a change of. */
export type SeriesDraft = StandingWish &
  Pick<StandingOrder, 'personId' | 'exceptions'> & { readonly orderId: string | null };

/** What one run of the generation did. */
export interface GenerationReport {
  readonly orders: number;
  readonly booked: number;
  readonly refused: number;
  readonly withdrawn: number;
  /** Days that got or lost rides. */
  readonly days: readonly ServiceDay[];
  /** Dates left for the next run because something was away. */
  readonly postponed: number;
}

/** What goes on beside a night's generation. */
export interface NightWork {
  /**
   * Improves the plan of a day that gets rides, between those that fit at once and those that did not; never throws.
   * @param daysLeft days that get rides, this one included
   */
  improve?(day: ServiceDay, daysLeft: number): Promise<void>;
  /** Once true, no ride is begun any more; what is left counts as postponed. */
  isStopped?(): boolean;
}

/** What is to be different about a kept order; what is left out stays as it is. */
export interface OrderChange {
  readonly wish?: StandingWish | undefined;
  /** Ends the series, or takes the end back. */
  readonly state?: StandingOrder['state'] | undefined;
  /** The exception of a date; `set` null takes it away. */
  readonly exception?: { readonly day: ServiceDay; readonly set: DayException | null } | undefined;
}

/** Standing orders: kept at the desk, made rides at night. */
export interface StandingDesk {
  /** The dates of a series as it would be, with what was made of the kept order's; nothing is written. */
  preview(
    series: SeriesDraft,
    from: ServiceDay,
    days: number,
    actor: Actor,
  ): Promise<Outcome<readonly SeriesDate[], Rejection>>;
  create(
    personId: string,
    channel: Channel,
    wish: StandingWish,
    exceptions: readonly DayException[],
    actor: Actor,
  ): Promise<Outcome<StandingOrder, Rejection>>;
  /**
   * Changes a kept order, all of it in one step or nothing; exceptions of other dates stay.
   * @param revision the one that was read
   * @returns `staleVersion` where somebody else has changed it since
   */
  change(
    id: string,
    revision: number,
    change: OrderChange,
    actor: Actor,
  ): Promise<Outcome<StandingOrder, Rejection>>;
  /** The dates of a kept series from a day on. */
  dates(
    order: StandingOrder,
    from: ServiceDay,
    days: number,
    actor: Actor,
  ): Promise<Outcome<readonly SeriesDate[], Rejection>>;
  /** Brings one order's rides in line with its series, within the horizon of its services. Idempotent. */
  generate(order: StandingOrder): Promise<GenerationReport>;
  /**
   * The same for all orders, day by day: what fits is booked, the day's plan is improved with it, and only what does not
   * fit then either becomes a call. Two processes at once make each ride once.
   */
  generateAll(night?: NightWork): Promise<GenerationReport>;
}
