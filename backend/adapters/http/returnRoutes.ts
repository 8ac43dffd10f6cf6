import { TARGET_WAIT_MINUTES } from '../../booking/index.ts';
import { type ReadyAnswer, readySchema, returnRequestSchema } from '../../contract/index.ts';
import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Offer } from '../../domain/ride/offer.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { offerView, readOfferSurroundings } from '../views/offerView.ts';
import { readRideViews } from '../views/rideView.ts';
import { spokenReady } from '../views/spokenReady.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { returnAnswer } from './offersAnswer.ts';
import { parseInput } from './parseInput.ts';
import { problemReply } from './problemReply.ts';
import { idOf } from './queryInput.ts';
import { bookerOf, returnWishOf } from './requestInput.ts';
import { readVisibleRide } from './rideAnswer.ts';

/** The way home: asked for after the booking, and rung for when ready. */
export const returnRoutes = {
  'POST /api/v1/rides/:id/return': requestReturn,
  'POST /api/v1/rides/:id/ready': activate,
};

async function requestReturn(call: Call): Promise<Reply> {
  const id = await readOwnId(call);
  const body = parseInput(returnRequestSchema, call.body);
  const terms = { ...bookerOf(call, body.proxyId), replaces: body.replaces };
  const home = await call.deps.booking.requestReturn(id, returnWishOf(body.return), actorOf(call), terms);
  const reader = accountScopeOf(call);
  const view = await call.deps.store.read(reader, (tables) => returnAnswer(tables, home, reader));
  return view.problem ? problemReply(view.problem) : { status: 201, body: view };
}

async function activate(call: Call): Promise<Reply> {
  const id = await readOwnId(call);
  const { by, book } = parseInput(readySchema, call.body);
  const { booking } = call.deps;
  const ready = await booking.activate(id, by, actorOf(call));
  if (!ready.ok) throw new Refused(ready.reason);
  const { offers } = ready.value;
  const booked = book ? await bookSoonest(call, offers) : null;
  const ride: Ride = booked ?? ready.value.ride;
  const isBooked = booked !== null;
  return call.deps.store.read(accountScopeOf(call), async (tables) => {
    const around = await readOfferSurroundings(tables);
    const [rideView] = await readRideViews(tables, [ride], accountScopeOf(call));
    if (!rideView) throw new Refused({ code: 'unknownRide' });
    const view: ReadyAnswer = {
      ride: rideView,
      offers: isBooked ? [] : offers.map((offer) => offerView(offer, ride, around)),
      targetWaitMinutes: TARGET_WAIT_MINUTES,
      sentence: spokenReady(ride, offers, isBooked),
    };
    return answer(view);
  });
}

/**
 * Books the soonest offer that still fits; null where nothing was offered. It is the office's plan that changes, whoever
 * passes the call on: a driver sees their own shift only, and another vehicle may fetch the rider.
 * @throws Refused with what stood in the way of the last one, so that nobody believes the rider is fetched
 */
async function bookSoonest(call: Call, offers: readonly Offer[]): Promise<Ride | null> {
  const office = { ...actorOf(call), scope: SYSTEM_SCOPE };
  let reason: Rejection | null = null;
  for (const offer of offers) {
    const booked = await call.deps.booking.accept(offer.id, office);
    if (booked.ok) return booked.value;
    reason = booked.reason;
  }
  if (reason) throw new Refused(reason);
  return null;
}

/** The ride of the path, which this account must be able to see. */
async function readOwnId(call: Call): Promise<string> {
  const id = idOf(call.params.id, 'unknownRide');
  await call.deps.store.read(accountScopeOf(call), (tables) => readVisibleRide(call, tables, id));
  return id;
}
