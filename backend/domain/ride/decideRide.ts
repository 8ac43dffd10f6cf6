import type { Rejection } from '../rejection/rejection.ts';
import { type Outcome, refusal, success } from '../units/outcome.ts';
import { FINAL_STATUSES, type Ride, type RideStatus } from './ride.ts';
import type { RideCommand, RideEvent } from './rideEvent.ts';

/** The statuses in which each command makes sense. Everything else is out of order. */
const ALLOWED_IN: Readonly<Record<RideCommand['type'], readonly RideStatus[]>> = {
  offer: ['requested', 'offered', 'willCall'],
  reject: ['requested', 'offered'],
  book: ['offered'],
  assign: ['booked'],
  reschedule: ['assigned', 'vehicleArrived', 'onBoard'],
  unassign: ['assigned'],
  keepByHand: ['assigned'],
  endKeepByHand: ['assigned'],
  arrive: ['assigned'],
  withdrawArrival: ['vehicleArrived'],
  board: ['vehicleArrived'],
  alight: ['onBoard'],
  recordNoShow: ['vehicleArrived'],
  breakPromise: ['booked', 'assigned', 'vehicleArrived', 'onBoard'],
  restorePromise: ['booked', 'assigned'],
  recordMissed: ['booked', 'assigned', 'vehicleArrived'],
  cancel: ['requested', 'offered', 'willCall', 'booked', 'assigned', 'vehicleArrived'],
  replace: ['willCall', 'booked', 'assigned', 'vehicleArrived'],
  change: ['booked', 'willCall'],
  hold: ['booked', 'assigned'],
  confirmHold: ['booked', 'assigned', 'vehicleArrived', 'onBoard', 'done'],
  undoReplacement: ['cancelled'],
  relink: ['willCall', 'booked', 'assigned', 'vehicleArrived', 'onBoard'],
  answer: ['offered', 'denied'],
  bookWillCall: ['requested'],
  activate: ['willCall', 'offered'],
  lapse: ['requested', 'offered', 'willCall'],
  undoBooking: ['willCall', 'booked', 'assigned', 'vehicleArrived'],
  undoCancellation: ['cancelled'],
};

/** Commands that make sense only for a ride without a time of its own. */
const ONLY_WILL_CALL: readonly RideCommand['type'][] = ['bookWillCall', 'activate'];

/**
 * The rules of a ride's life: which events a command leads to in this state.
 * @returns the events in order, or `rideAlreadyClosed` / `commandOutOfOrder`; nothing is changed.
 */
export function decideRide(ride: Ride, command: RideCommand): Outcome<readonly RideEvent[], Rejection> {
  const { replacedBy = null } = ride;
  const neverReplaced = command.type === 'undoReplacement' && replacedBy === null;
  const isAllowed = ALLOWED_IN[command.type].includes(ride.status) && !neverReplaced;
  if (replacedBy !== null && command.type !== 'undoReplacement') {
    return refusal({ code: 'rideReplaced', details: { rideId: replacedBy.rideId } });
  }
  if (command.type === 'replace' && ride.status === 'onBoard') return refusal({ code: 'rideUnderWay' });
  if (!isAllowed && FINAL_STATUSES.includes(ride.status)) {
    return refusal({ code: 'rideAlreadyClosed', details: { status: ride.status } });
  }
  const lacksWillCall = ride.willCall === null && ONLY_WILL_CALL.includes(command.type);
  if (!isAllowed || lacksWillCall) {
    return refusal({ code: 'commandOutOfOrder', details: { status: ride.status, command: command.type } });
  }
  return success(eventsOf(ride, command));
}

/**
 * A broken promise owes a call, and so does one that holds again after the rider was told otherwise, and a ride that nobody
 * carries any more: nothing is bent silently.
 */
function eventsOf(ride: Ride, command: RideCommand): RideEvent[] {
  if (command.type === 'unassign' && command.isMoved !== true) {
    return [eventOf(ride, command), { type: 'CallBackCreated', reason: 'rideUnassigned' }];
  }
  if (command.type === 'restorePromise' && command.isTold) {
    return [eventOf(ride, command), { type: 'CallBackCreated', reason: 'promiseRestored' }];
  }
  if (command.type !== 'breakPromise') return [eventOf(ride, command)];
  return [
    { type: 'PromiseBroken', revised: command.revised, reason: command.reason },
    { type: 'CallBackCreated', reason: 'promiseBroken' },
  ];
}

function eventOf(ride: Ride, command: Exclude<RideCommand, { type: 'breakPromise' }>): RideEvent {
  switch (command.type) {
    case 'offer':
      return { type: 'RideOffered', offerIds: command.offerIds };
    case 'reject':
      return { type: 'RequestRejected', reason: command.reason };
    case 'book':
      return { ...command, type: 'RideBooked' };
    case 'assign':
      return { ...command, type: 'RideAssigned' };
    case 'reschedule':
      return { ...command, type: 'RideRescheduled' };
    case 'unassign':
      return { type: 'RideUnassigned', reason: command.reason };
    case 'keepByHand':
      return { type: 'RideKeptByHand', kept: command.kept };
    case 'endKeepByHand':
      return { type: 'KeepByHandEnded' };
    case 'arrive':
      return { type: 'VehicleArrived', second: command.second };
    case 'withdrawArrival':
      return { type: 'ArrivalWithdrawn', reason: command.reason };
    case 'board':
      return { type: 'RiderBoarded', second: command.second };
    case 'alight':
      return { type: 'RiderAlighted', second: command.second };
    case 'recordNoShow':
      return { type: 'NoShowRecorded', second: command.second };
    case 'restorePromise':
      return { ...command, type: 'PromiseRestored' };
    case 'recordMissed':
      return { type: 'RideMissed', reason: command.reason };
    case 'cancel':
      return { ...command, type: 'RideCancelled' };
    case 'replace':
      return { ...command, type: 'RideReplaced' };
    case 'change':
      return { ...command, type: 'RideChanged' };
    case 'hold':
      return { type: 'RideHeld', until: command.until };
    case 'confirmHold':
      return { type: 'HoldConfirmed' };
    case 'undoReplacement':
      return { type: 'ReplacementUndone', status: statusBeforeCancelling(ride) };
    case 'relink':
      return { ...command, type: 'WayHomeRelinked' };
    case 'answer':
      return { type: 'RiderAnswered', answer: command.answer };
    case 'bookWillCall':
      return { type: 'WillCallBooked', at: command.at };
    case 'activate':
      return { ...command, type: 'WillCallActivated' };
    case 'lapse':
      return { type: 'RideLapsed', reason: ride.status === 'willCall' ? 'neverReady' : 'unanswered' };
    case 'undoBooking':
      return { type: 'BookingUndone' };
    case 'undoCancellation':
      return { type: 'CancellationUndone', status: statusBeforeCancelling(ride) };
  }
}

/** Where a cancelled ride stood: its promise stays written on it, and a plan has still to take it back. */
function statusBeforeCancelling(ride: Ride): RideStatus {
  if (ride.promise !== null) return 'booked';
  return ride.willCall !== null && ride.bookedAt !== null ? 'willCall' : 'offered';
}
