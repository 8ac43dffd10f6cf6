import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import { FINAL_STATUSES, type Ride } from '../domain/ride/ride.ts';
import { clockText } from '../domain/units/time.ts';
import type { Tables } from '../ports/tables.ts';

/** The way home that stands: booked, or waiting for the rider's call. */
export function openReturnOf(returns: readonly Ride[]): Ride | undefined {
  return returns.find(
    ({ status }) => !FINAL_STATUSES.includes(status) && status !== 'requested' && status !== 'offered',
  );
}

/** The way home that stands already where a ride leads home, unless the ride takes its place. */
export async function otherReturnOf(
  { rides }: Pick<Tables, 'rides'>,
  { id, returnOf, replaces }: Pick<Ride, 'id' | 'returnOf' | 'replaces'>,
): Promise<Ride | undefined> {
  const open = returnOf === null ? undefined : openReturnOf(await rides.listReturns(returnOf));
  return open?.id === id || open?.id === replaces ? undefined : open;
}

/** Nobody goes home before they have arrived: why an offer of either half cannot be booked beside the other. */
export async function checkWayHome(tables: Tables, ride: Ride, offer: Offer): Promise<Rejection | undefined> {
  if (ride.returnOf !== null) {
    const other = await otherReturnOf(tables, ride);
    if (other) return { code: 'returnExists', details: { rideId: other.id } };
    const outbound = await tables.rides.find(ride.returnOf);
    const arrival = outbound && arrivalOf(outbound);
    return arrival !== undefined && offer.promise.pickup.earliest < arrival ? disorder(arrival) : undefined;
  }
  const home = openReturnOf(await tables.rides.listReturns(ride.id));
  const leaves = home?.promise?.pickup.earliest;
  return leaves !== undefined && leaves < offer.dropoffSecond ? disorder(offer.dropoffSecond) : undefined;
}

/** When the rider is there: as it happened, else as planned; undefined where nothing is promised. */
export function arrivalOf({ performed, promise, scheduled }: Ride): number | undefined {
  return performed.dropoff ?? (promise ? scheduled.dropoff : null) ?? undefined;
}

/** Does a way home still suit a ride: the same day, from where one is then, not before one is there? */
export function isFittingWayHome(outbound: Ride, home: Ride): boolean {
  if (home.day !== outbound.day || home.from.id !== outbound.to.id) return false;
  const leaves = home.promise?.pickup.earliest ?? home.willCall?.expectedSecond;
  const arrives = outbound.scheduled.dropoff ?? outbound.promise?.dropoff.latest;
  return leaves === undefined || arrives === undefined || leaves >= arrives;
}

function disorder(arrival: number): Rejection {
  return { code: 'returnBeforeOutbound', details: { time: clockText(Math.ceil(arrival / 60) * 60) } };
}
