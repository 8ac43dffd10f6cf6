import { type Actor, actingHandOf } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Offer } from '../domain/ride/offer.ts';
import { placeSaidOf } from '../domain/ride/placeSaidOf.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import { FINAL_STATUSES, type Ride } from '../domain/ride/ride.ts';
import { type Outcome, refusal } from '../domain/units/outcome.ts';
import { clockText } from '../domain/units/time.ts';
import type { Offered, RequestRefusal, ReturnTerms, ReturnWish } from './booking.ts';
import type { BookingWorld } from './bookingWorld.ts';
import { requestRide } from './requestRide.ts';
import { openReturnOf } from './wayHome.ts';

/** How long people stay where they go, unless they say otherwise. */
const USUAL_STAY_SECONDS = 2 * 3600;

/** Asks for the way home of a ride; see `Booking.requestReturn`. */
export async function requestReturn(
  world: BookingWorld,
  rideId: string,
  wish: ReturnWish,
  actor: Actor,
  terms: ReturnTerms = {},
): Promise<Outcome<Offered, RequestRefusal>> {
  const found = await world.store.read(actor.scope, async ({ rides, offers }) => ({
    outbound: await rides.find(rideId),
    returns: await rides.listReturns(rideId),
    offers: await offers.listByRide(rideId),
  }));
  const { outbound } = found;
  if (!outbound) return refused({ code: 'unknownRide' });
  if (FINAL_STATUSES.includes(outbound.status) && outbound.status !== 'done') {
    return refused({ code: 'rideAlreadyClosed', details: { status: outbound.status } });
  }
  const open = openReturnOf(found.returns);
  if (open && open.id !== terms.replaces)
    return refused({ code: 'returnExists', details: { rideId: open.id } });
  const arrival = arrivalOf(outbound, found.offers);
  const booker = { ...terms, bookedBy: terms.bookedBy ?? actingHandOf(actor) };
  const input = inputOf(outbound, wish, arrival, booker);
  if (!input) return refused({ code: 'unknownPlace', field: 'from' });
  if (wish.kind === 'timed' && wish.requested.second < arrival) {
    const details = { time: clockText(Math.ceil(arrival / 60) * 60) };
    return refused({ code: 'returnBeforeOutbound', field: 'return.at', details });
  }
  return requestRide(world, input, actor, arrival);
}

function refused(rejection: Rejection): Outcome<never, RequestRefusal> {
  return refusal({ rejection, ride: null, alternatives: [] });
}

/** When the outbound ride is there: as driven, as planned, or by the soonest of its offers. */
function arrivalOf(outbound: Ride, offers: readonly Offer[]): number {
  const known = outbound.performed.dropoff ?? outbound.scheduled.dropoff;
  if (known !== null) return known;
  const soonest = offers.map(({ dropoffSecond }) => dropoffSecond);
  return soonest.length > 0 ? Math.min(...soonest) : outbound.requested.second;
}

/** The same people the other way round. */
function inputOf(
  outbound: Ride,
  wish: ReturnWish,
  arrival: number,
  { proxyId = null, bookedBy = null, replaces = null }: ReturnTerms,
): RequestInput | undefined {
  const from = placeSaidOf(outbound.to, outbound.personId);
  const to = placeSaidOf(outbound.from, outbound.personId);
  if (!from || !to) return undefined;
  const { companions, attendants, children, luggage, needs } = outbound.party;
  const isWillCall = wish.kind === 'willCall';
  const second = isWillCall ? (wish.expectedSecond ?? expectedAfter(outbound, arrival)) : undefined;
  return {
    channel: outbound.channel,
    reference: outbound.reference,
    personId: outbound.personId,
    from,
    to,
    day: outbound.day,
    requested: wish.kind === 'timed' ? wish.requested : { kind: 'departAfter', second: second! },
    companions,
    attendants,
    children,
    luggage,
    needs,
    note: outbound.note,
    returnOf: outbound.id,
    groupId: outbound.groupId,
    isWillCall,
    override: outbound.override,
    proxyId,
    bookedBy,
    replaces,
  };
}

function expectedAfter(outbound: Ride, arrival: number): number {
  const start = outbound.requested.kind === 'arriveBy' ? outbound.requested.second : arrival;
  return start + USUAL_STAY_SECONDS;
}
