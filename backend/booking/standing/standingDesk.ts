import type { Actor } from '../../domain/account/actor.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Channel } from '../../domain/ride/ride.ts';
import type { Occurrence } from '../../domain/standingOrder/expandSeries.ts';
import type { StandingEntry } from '../../domain/standingOrder/standingEntry.ts';
import type { DayException, StandingOrder, StandingWish } from '../../domain/standingOrder/standingOrder.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';

/** A date of a series, with what was made of it. */
export interface SeriesDate {
  readonly occurrence: Occurrence;
  readonly entries: readonly StandingEntry[];
}

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

/** Standing orders: kept at the desk, made rides at night. */
export interface StandingDesk {
  /** The next dates of a series that need not be kept yet; nothing is written. */
  preview(
    series: StandingWish & Pick<StandingOrder, 'personId' | 'exceptions'>,
    from: ServiceDay,
    days: number,
    actor: Actor,
  ): Promise<Outcome<readonly Occurrence[], Rejection>>;
  create(
    personId: string,
    channel: Channel,
    wish: StandingWish,
    exceptions: readonly DayException[],
    actor: Actor,
  ): Promise<Outcome<StandingOrder, Rejection>>;
  /** Changes the series; exceptions of single dates stay. @param revision the one that was read */
  change(
    id: string,
    revision: number,
    wish: StandingWish,
    actor: Actor,
  ): Promise<Outcome<StandingOrder, Rejection>>;
  /** Sets the exception of a date; null takes it away. */
  except(
    id: string,
    revision: number,
    day: ServiceDay,
    exception: DayException | null,
    actor: Actor,
  ): Promise<Outcome<StandingOrder, Rejection>>;
  /** Ends the series, or takes the end back. */
  setState(
    id: string,
    revision: number,
    state: StandingOrder['state'],
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
  /** The same for all orders. Two processes at once make each ride once. */
  generateAll(): Promise<GenerationReport>;
}
