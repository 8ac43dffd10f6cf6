import type { Rejection } from '../rejection/rejection.ts';
import { type Outcome, refusal, success } from '../units/outcome.ts';
import { FINAL_STATUSES, type Ride, type RideStatus } from './ride.ts';
import type { RideCommand, RideEvent } from './rideEvent.ts';

/** The statuses in which each command makes sense. Everything else is out of order. */
const ALLOWED_IN: Readonly<Record<RideCommand['type'], readonly RideStatus[]>> = {
  offer: ['requested', 'offered'],
  reject: ['requested', 'offered'],
  book: ['offered'],
  assign: ['booked'],
  reschedule: ['assigned', 'vehicleArrived', 'onBoard'],
  unassign: ['assigned'],
  arrive: ['assigned'],
  board: ['vehicleArrived'],
  alight: ['onBoard'],
  recordNoShow: ['vehicleArrived'],
  breakPromise: ['booked', 'assigned', 'vehicleArrived', 'onBoard'],
  recordMissed: ['booked', 'assigned', 'vehicleArrived'],
  cancel: ['requested', 'offered', 'booked', 'assigned', 'vehicleArrived'],
};

/**
 * The rules of a ride's life: which events a command leads to in this state.
 * @returns the events in order, or `rideAlreadyClosed` / `commandOutOfOrder`; nothing is changed.
 */
export function decideRide(ride: Ride, command: RideCommand): Outcome<readonly RideEvent[], Rejection> {
  if (FINAL_STATUSES.includes(ride.status)) {
    return refusal({ code: 'rideAlreadyClosed', details: { status: ride.status } });
  }
  if (!ALLOWED_IN[command.type].includes(ride.status)) {
    return refusal({ code: 'commandOutOfOrder', details: { status: ride.status, command: command.type } });
  }
  return success(eventsOf(command));
}

/** A broken promise owes a call, and so does a ride that nobody carries any more: nothing is bent silently. */
function eventsOf(command: RideCommand): RideEvent[] {
  if (command.type === 'unassign' && command.isMoved !== true) {
    return [eventOf(command), { type: 'CallBackCreated', reason: 'rideUnassigned' }];
  }
  if (command.type !== 'breakPromise') return [eventOf(command)];
  return [
    { type: 'PromiseBroken', revised: command.revised, reason: command.reason },
    { type: 'CallBackCreated', reason: 'promiseBroken' },
  ];
}

function eventOf(command: Exclude<RideCommand, { type: 'breakPromise' }>): RideEvent {
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
    case 'arrive':
      return { type: 'VehicleArrived', second: command.second };
    case 'board':
      return { type: 'RiderBoarded', second: command.second };
    case 'alight':
      return { type: 'RiderAlighted', second: command.second };
    case 'recordNoShow':
      return { type: 'NoShowRecorded', second: command.second };
    case 'recordMissed':
      return { type: 'RideMissed', reason: command.reason };
    case 'cancel':
      return { type: 'RideCancelled', reason: command.reason };
  }
}
