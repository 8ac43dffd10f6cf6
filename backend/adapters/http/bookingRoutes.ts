import { isFittingWayHome, openReturnOf } from '../../booking/index.ts';
import {
  type BookedAnswer,
  bookingsSchema,
  type Problem,
  UNDO_SECONDS,
  type UndoneAnswer,
  undoSchema,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { localMoment } from '../views/localMoment.ts';
import { offerView, readOfferSurroundings } from '../views/offerView.ts';
import { canSeeRide } from '../views/reader.ts';
import { rideSentence } from '../views/rideSentence.ts';
import { readRideViews } from '../views/rideView.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { problemReply } from './problemReply.ts';
import { rejectionProblem } from './requestProblem.ts';
import { readVisibleOffer, readVisibleRide } from './rideAnswer.ts';

/** Saying yes to several things at once, and taking that back. */
export const bookingRoutes = {
  'POST /api/v1/bookings': book,
  'POST /api/v1/rides/undo': undo,
};

async function book(call: Call): Promise<Reply> {
  const { clock } = call.deps;
  const { offerIds, willCallRequestIds } = parseInput(bookingsSchema, call.body);
  const results: BookedAnswer['results'] = [];
  for (const id of offerIds) {
    results.push(await bookOne(call, id, () => readVisibleOffer(call, id), 'accept'));
  }
  for (const id of willCallRequestIds) {
    results.push(await bookOne(call, id, () => readOwnRide(call, id), 'bookWillCall'));
  }
  const booked = results.filter(({ ride }) => ride !== null);
  const failed = results.find(({ problem }) => problem !== null)?.problem;
  if (booked.length === 0 && failed) return problemReply(failed);
  const view: BookedAnswer = {
    results,
    sentence: {
      ja: booked.map(({ sentence }) => sentence?.ja).join(''),
      en: booked.map(({ sentence }) => sentence?.en).join(' '),
    },
    undoUntil: localMoment(clock.now() + UNDO_SECONDS * 1000 * (clock.speed ?? 1)),
  };
  return answer(view);
}

async function bookOne(
  call: Call,
  id: string,
  demandVisible: () => Promise<unknown>,
  how: 'accept' | 'bookWillCall',
): Promise<BookedAnswer['results'][number]> {
  const decided = await refusalsAsOutcome(async () => {
    await demandVisible();
    return call.deps.booking[how](id, actorOf(call));
  });
  const done = decided.ok ? undefined : await findDone(call, id, how);
  const outcome = done ? success(done) : decided;
  const { ride, problem } = await readOutcome(call, outcome);
  const sentence = outcome.ok ? rideSentence(outcome.value) : null;
  const wayHome = outcome.ok ? await readWayHome(call, outcome.value) : null;
  return { id, ride, problem, sentence, wayHome };
}

/**
 * What an earlier press has booked already, whose answer was lost half-way: the ride of this very offer, or the
 * will-call itself.
 */
function findDone(call: Call, id: string, how: 'accept' | 'bookWillCall'): Promise<Ride | undefined> {
  return call.deps.store.read(accountScopeOf(call), async ({ offers, rides }) => {
    if (how === 'bookWillCall') {
      const own = await rides.find(id);
      return own?.status === 'willCall' ? own : undefined;
    }
    const offer = await offers.find(id);
    const ride = offer?.state === 'accepted' ? await rides.find(offer.rideId) : undefined;
    const isPlanned = ride?.status === 'assigned' || ride?.status === 'vehicleArrived';
    return ride?.offerId === id && isPlanned ? ride : undefined;
  });
}

async function undo(call: Call): Promise<Reply> {
  const { what, rideIds } = parseInput(undoSchema, call.body);
  const results: UndoneAnswer['results'] = [];
  // The last one booked goes first: a way home before the way there.
  for (const rideId of [...rideIds].reverse()) {
    results.unshift(what === 'booking' ? await undoBooking(call, rideId) : await undoCancel(call, rideId));
  }
  const undone = results.some(({ ride }) => ride !== null);
  const failed = results.find(({ problem }) => problem !== null)?.problem;
  if (!undone && failed) return problemReply(failed);
  const view: UndoneAnswer = { results };
  return answer(view);
}

async function undoBooking(call: Call, rideId: string): Promise<UndoneAnswer['results'][number]> {
  const outcome = await refusalsAsOutcome(async () => {
    await readOwnRide(call, rideId);
    return call.deps.booking.undoBooking(rideId, actorOf(call));
  });
  const ofRide = outcome.ok ? success(outcome.value.ride) : outcome;
  const offers = outcome.ok
    ? await call.deps.store.read(accountScopeOf(call), async (tables) => {
        const around = await readOfferSurroundings(tables);
        return outcome.value.offers.map((offer) => offerView(offer, outcome.value.ride, around));
      })
    : [];
  return { rideId, offers, ...(await readOutcome(call, ofRide)) };
}

async function undoCancel(call: Call, rideId: string): Promise<UndoneAnswer['results'][number]> {
  const outcome = await refusalsAsOutcome(async () => {
    await readOwnRide(call, rideId);
    return call.deps.booking.undoCancellation(rideId, actorOf(call));
  });
  return { rideId, offers: [], ...(await readOutcome(call, outcome)) };
}

/** The way home that stood when a ride was changed, where this account may see it; nothing for other bookings. */
function readWayHome(call: Call, ride: Ride): Promise<BookedAnswer['results'][number]['wayHome']> {
  const { changedFrom } = ride;
  if (!changedFrom) return Promise.resolve(null);
  const reader = accountScopeOf(call);
  return call.deps.store.read(reader, async (tables) => {
    const home =
      openReturnOf(await tables.rides.listReturns(ride.id)) ??
      openReturnOf(await tables.rides.listReturns(changedFrom.rideId));
    if (!home || !canSeeRide(reader, home)) return null;
    const [view] = await readRideViews(tables, [home], reader);
    return view ? { ride: view, isFitting: isFittingWayHome(ride, home) } : null;
  });
}

function readOwnRide(call: Call, id: string): Promise<Ride> {
  return call.deps.store.read(accountScopeOf(call), (tables) => readVisibleRide(call, tables, id));
}

/** One refused of several must not take the others with it. */
async function refusalsAsOutcome<Value>(
  work: () => Promise<Outcome<Value, Rejection>>,
): Promise<Outcome<Value, Rejection>> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Refused) return refusal(fault.rejection);
    throw fault;
  }
}

function readOutcome(
  call: Call,
  outcome: Outcome<Ride, Rejection>,
): Promise<{ ride: BookedAnswer['results'][number]['ride']; problem: Problem | null }> {
  const reader = accountScopeOf(call);
  return call.deps.store.read(reader, async (tables) => {
    if (!outcome.ok) return { ride: null, problem: await rejectionProblem(tables, outcome.reason, reader) };
    const [ride] = await readRideViews(tables, [outcome.value], reader);
    return { ride: ride ?? null, problem: null };
  });
}
