import type { Actor } from '../../domain/account/actor.ts';
import type { CallAttempt, CallBack } from '../../domain/callBack/callBack.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { RideCommand } from '../../domain/ride/rideEvent.ts';
import { entryKey, type StandingEntry } from '../../domain/standingOrder/standingEntry.ts';
import { type Outcome, refusal } from '../../domain/units/outcome.ts';
import { addDays } from '../../domain/units/time.ts';
import { stepOfAnswer } from '../../domain/waitlist/waitlistEntry.ts';
import type { Tables } from '../../ports/tables.ts';
import { acceptOffer } from '../acceptOffer.ts';
import type { Alongside } from '../alongside.ts';
import type { Offered, RequestRefusal } from '../booking.ts';
import type { BookingWorld } from '../bookingWorld.ts';
import { cancelRide } from '../cancelRide.ts';
import { stepAgain } from '../changeRide.ts';
import { requestRide } from '../requestRide.ts';
import { isUndone, standAgain, undoBooking } from '../undo.ts';
import { addToWaitlist } from '../waitlist/createWaitlist.ts';
import { inputOf } from '../waitlist/inputOf.ts';
import type { Waitlist } from '../waitlist/waitlist.ts';
import type { OtherTime, SaidOnPhone } from './callDesk.ts';

/** Reasons that put a ride in question: a rider who does not want it so gives it up. */
const IN_QUESTION: readonly CallBack['reason'][] = ['promiseBroken', 'promiseRestored', 'rideUnassigned'];
/** A standing order's dates are moved by no more than this. */
const MOST_MOVED_DAYS = 31;

/** What the outcome of a call does to rides and places, each in one transaction with its record. */
export interface CallActs {
  /** Other times for what the call is about; nothing is given up before one is taken. */
  findOthers(call: CallBack, time: OtherTime | null, actor: Actor): Promise<Outcome<Offered, RequestRefusal>>;
  /** @param record writes the outcome down; a refusal of it rolls everything back */
  carryOut(
    call: CallBack,
    said: SaidOnPhone,
    actor: Actor,
    record: Alongside,
  ): Promise<Outcome<unknown, Rejection>>;
  /** Takes back what the last outcome did. @param record takes the outcome itself back */
  takeBack(
    call: CallBack,
    last: CallAttempt,
    actor: Actor,
    record: Alongside,
  ): Promise<Outcome<unknown, Rejection>>;
}

/** @param recordOnly runs a record that nothing else goes along with, in a transaction of its own */
export function createCallActs(
  world: BookingWorld,
  waitlist: Pick<Waitlist, 'settle' | 'restore'>,
  recordOnly: (actor: Actor, record: Alongside) => Promise<Outcome<unknown, Rejection>>,
): CallActs {
  const { store } = world;
  const findRide = (id: string | null, actor: Actor) =>
    id === null ? Promise.resolve(undefined) : store.read(actor.scope, ({ rides }) => rides.find(id));

  /** What was booked in the call is open again, and with it the date of a standing order that it was booked for. */
  async function giveBackOther(
    call: CallBack,
    rideId: string,
    actor: Actor,
    record: Alongside,
  ): Promise<Outcome<unknown, Rejection>> {
    const giveBack: Alongside = async (tables, step) => {
      const entry = await findEntry(tables, call);
      if (entry?.state === 'booked' && entry.rideId === rideId) {
        await tables.standingOrders.settle({ ...entry, state: 'refused', rideId: null }, 'booked');
      }
      return record(tables, step);
    };
    const ride = await findRide(rideId, actor);
    // It was taken back already, by itself: then only the call is left.
    return ride && isUndone(ride) ? recordOnly(actor, giveBack) : undoBooking(world, rideId, actor, giveBack);
  }

  return {
    async findOthers(call, time, actor) {
      const found = await store.read(actor.scope, async (tables) => ({
        ride: call.rideId === null ? undefined : await tables.rides.find(call.rideId),
        entry: await findEntry(tables, call),
      }));
      const { ride, entry } = found;
      const asked = ride ? { ...inputOf(ride), replaces: standing(ride) } : entry?.input;
      if (!asked) return refusal({ rejection: { code: 'unknownRide' }, ride: null, alternatives: [] });
      const { until: _until, ...requested } = asked.requested;
      return requestRide(world, { ...asked, channel: 'phone', requested: time ?? requested }, actor);
    },
    async carryOut(call, said, actor, record) {
      const { outcome, offerId, requestId } = said;
      if (outcome === 'tookOther') {
        if (offerId === undefined) return refusal({ code: 'malformedInput', field: 'offerId' });
        return takeOther(world, call, offerId, actor, record);
      }
      const ride = await findRide(call.rideId, actor);
      const inQuestion = ride && IN_QUESTION.includes(call.reason) ? standing(ride) : null;
      if (outcome === 'waitlisted') {
        if (requestId === undefined) return refusal({ code: 'malformedInput', field: 'requestId' });
        const wait = waitAlongside(world, requestId, call, actor, record);
        return inQuestion === null
          ? recordOnly(actor, wait)
          : cancelRide(world, inQuestion, 'ourChange', actor, wait);
      }
      if (call.waitlistId !== null && stepOfAnswer(outcome)) {
        return waitlist.settle(call.waitlistId, outcome, actor, record);
      }
      if (outcome === 'declined' && inQuestion !== null) {
        return cancelRide(world, inQuestion, 'ourChange', actor, record);
      }
      return recordOnly(actor, record);
    },
    async takeBack(call, last, actor, record) {
      if (call.waitlistId !== null && call.rideId !== null && stepOfAnswer(last.outcome)) {
        return waitlist.restore(call.waitlistId, call.rideId, actor, record);
      }
      if (last.outcome === 'tookOther' && last.rideId !== undefined) {
        return giveBackOther(call, last.rideId, actor, record);
      }
      if (last.outcome === 'waitlisted') return refusal({ code: 'nothingToUndo' });
      const ride = last.outcome === 'declined' ? await findRide(call.rideId, actor) : undefined;
      if (ride?.status !== 'cancelled' || ride.endReason !== 'ourChange') return recordOnly(actor, record);
      const undo: RideCommand = { type: 'undoCancellation' };
      return standAgain(world, ride, actor, async (tables) => {
        const step = await stepAgain(tables, ride.id, undo);
        const rejection = step.ok ? await record(tables, step.value) : undefined;
        return rejection ? refusal(rejection) : step;
      });
    },
  };
}

/** The ride's id while it can still be given up for another. */
function standing({ id, status }: Ride): string | null {
  return ['willCall', 'booked', 'assigned', 'vehicleArrived'].includes(status) ? id : null;
}

/** Books an offer that was made in the call; a standing order's date is a booked one then. */
async function takeOther(
  world: BookingWorld,
  call: CallBack,
  offerId: string,
  actor: Actor,
  record: Alongside,
): Promise<Outcome<Ride, Rejection>> {
  const asked = await world.store.read(actor.scope, async ({ offers, rides }) => {
    const offer = await offers.find(offerId);
    return offer && rides.find(offer.rideId);
  });
  if (asked?.personId !== call.personId) return refusal({ code: 'unknownOffer' });
  return acceptOffer(world, offerId, actor, async (tables, step) => {
    const entry = await findEntry(tables, call);
    if (entry?.state === 'refused') {
      await tables.standingOrders.settle({ ...entry, state: 'booked', rideId: step!.after.id }, 'refused');
    }
    return record(tables, step);
  });
}

function waitAlongside(
  world: BookingWorld,
  requestId: string,
  call: CallBack,
  actor: Actor,
  record: Alongside,
): Alongside {
  return async (tables, step) => {
    const denied = await tables.rides.find(requestId);
    if (denied?.personId !== call.personId) return { code: 'unknownRide' };
    const added = await addToWaitlist(world, tables, requestId, actor);
    return added.ok ? record(tables, step) : added.reason;
  };
}

/** The date of a standing order that a call is about. */
async function findEntry(tables: Tables, call: CallBack): Promise<StandingEntry | undefined> {
  if (call.standingOrderId === null) return undefined;
  const entries = await tables.standingOrders.listEntries(
    [call.standingOrderId],
    addDays(call.day, -MOST_MOVED_DAYS),
    addDays(call.day, MOST_MOVED_DAYS),
  );
  return entries.find((entry) => entryKey(entry) === call.subject);
}
