import type { Ride } from './ride.ts';
import type { RideEvent } from './rideEvent.ts';

/** The ride after an event; a new value with the next revision. */
export function evolveRide(ride: Ride, event: RideEvent): Ride {
  return { ...ride, ...changeOf(ride, event), revision: ride.revision + 1 };
}

/** The ride after several events in order. */
export function evolveRideAll(ride: Ride, events: readonly RideEvent[]): Ride {
  return events.reduce(evolveRide, ride);
}

/** No vehicle carries it. */
const OUT_OF_PLAN = {
  shiftId: null,
  scheduled: { pickup: null, dropoff: null },
  isEstimate: false,
  keptByHand: null,
} as const;

/** Stands again, and a plan has still to take it back. */
const NOT_ENDED = {
  ...OUT_OF_PLAN,
  endReason: null,
  cancelledAt: null,
  cancelledBy: null,
  endedBy: null,
} as const;

/** As before an offer was accepted. */
const NOT_BOOKED = {
  ...OUT_OF_PLAN,
  serviceId: null,
  providerId: null,
  promise: null,
  revisedPromise: null,
  directSeconds: null,
  maxRideSeconds: null,
  fareYen: null,
  bookedAt: null,
  offerId: null,
  changedFrom: null,
  heldUntil: null,
} as const;

function changeOf(ride: Ride, event: RideEvent): Partial<Ride> {
  switch (event.type) {
    case 'RideRequested':
      return event.ride;
    case 'RideOffered':
      return { status: 'offered' };
    case 'RequestRejected':
      return { status: 'denied', endReason: event.reason };
    case 'RideBooked':
      return {
        status: 'booked',
        serviceId: event.serviceId,
        providerId: event.providerId,
        promise: event.promise,
        directSeconds: event.directSeconds,
        maxRideSeconds: event.maxRideSeconds,
        fareYen: event.fareYen,
        bookedAt: event.at,
        offerId: event.offerId,
        heldUntil: event.heldUntil ?? null,
      };
    case 'RideHeld':
      return { heldUntil: event.until };
    case 'HoldConfirmed':
      return { heldUntil: null };
    case 'RideAssigned':
      return {
        status: 'assigned',
        shiftId: event.shiftId,
        ...(event.providerId === undefined ? {} : { providerId: event.providerId }),
        scheduled: { pickup: event.pickup, dropoff: event.dropoff },
        isEstimate: event.isEstimate === true,
      };
    case 'RideRescheduled':
      return {
        scheduled: { pickup: event.pickup, dropoff: event.dropoff },
        isEstimate: event.isEstimate === true,
      };
    case 'RideUnassigned':
      return { status: 'booked', ...OUT_OF_PLAN };
    case 'RideKeptByHand':
      return { keptByHand: event.kept };
    case 'KeepByHandEnded':
      return { keptByHand: null };
    case 'VehicleArrived':
      return { status: 'vehicleArrived' };
    case 'ArrivalWithdrawn':
      return { status: 'assigned' };
    case 'RiderBoarded':
      return { status: 'onBoard', performed: { pickup: event.second, dropoff: null } };
    case 'RiderAlighted':
      return { status: 'done', performed: { pickup: ride.performed.pickup, dropoff: event.second } };
    case 'NoShowRecorded':
      return { status: 'noShow', endReason: 'notThere' };
    case 'RideMissed':
      return { status: 'missed', endReason: event.reason };
    case 'RideCancelled':
      return {
        status: 'cancelled',
        endReason: event.reason,
        cancelledAt: event.at ?? null,
        ...(event.by ? { cancelledBy: event.by } : {}),
        ...(event.hand ? { endedBy: event.hand } : {}),
      };
    case 'RideReplaced':
      return {
        status: 'cancelled',
        endReason: 'changed',
        cancelledAt: event.at,
        replacedBy: { rideId: event.rideId, at: event.at, by: event.hand },
        endedBy: event.hand,
      };
    case 'RideChanged':
      return { changedFrom: event.from };
    case 'WayHomeRelinked':
      return { returnOf: event.returnOf };
    case 'RiderAnswered':
      return ride.status === 'offered'
        ? { status: 'declined', riderAnswer: event.answer }
        : { riderAnswer: event.answer };
    case 'RuleOverridden':
      return { override: { rule: event.rule, reason: event.reason, byRole: event.byRole } };
    case 'WillCallBooked':
      return { status: 'willCall', bookedAt: event.at };
    case 'WillCallActivated':
      return activated(ride, event);
    case 'RideLapsed':
      return { status: 'lapsed', endReason: event.reason };
    case 'BookingUndone':
      return { ...NOT_BOOKED, status: ride.status === 'willCall' ? 'requested' : 'offered' };
    case 'CancellationUndone':
      return { ...NOT_ENDED, status: event.status };
    case 'ReplacementUndone':
      return { ...NOT_ENDED, status: event.status, replacedBy: null };
    case 'PromiseBroken':
    case 'PromiseRestored':
      return { revisedPromise: event.revised };
    case 'CallBackCreated':
      return {};
  }
}

/** Ready: from now on it is a ride like others, to be fetched as soon as can be. */
function activated(ride: Ride, event: Extract<RideEvent, { type: 'WillCallActivated' }>): Partial<Ride> {
  const expectedSecond = ride.willCall?.expectedSecond ?? event.second;
  return {
    status: 'willCall',
    requested: { kind: 'departAfter', second: event.second },
    willCall: { expectedSecond, readyAt: event.at, readyBy: event.by },
  };
}
