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
      };
    case 'RideAssigned':
      return {
        status: 'assigned',
        shiftId: event.shiftId,
        scheduled: { pickup: event.pickup, dropoff: event.dropoff },
      };
    case 'RideRescheduled':
      return { scheduled: { pickup: event.pickup, dropoff: event.dropoff } };
    case 'RideUnassigned':
      return { status: 'booked', shiftId: null, scheduled: { pickup: null, dropoff: null } };
    case 'VehicleArrived':
      return { status: 'vehicleArrived' };
    case 'RiderBoarded':
      return { status: 'onBoard', performed: { pickup: event.second, dropoff: null } };
    case 'RiderAlighted':
      return { status: 'done', performed: { pickup: ride.performed.pickup, dropoff: event.second } };
    case 'NoShowRecorded':
      return { status: 'noShow', endReason: 'notThere' };
    case 'RideMissed':
      return { status: 'missed', endReason: event.reason };
    case 'RideCancelled':
      return { status: 'cancelled', endReason: event.reason };
    case 'PromiseBroken':
      return { revisedPromise: event.revised };
    case 'CallBackCreated':
      return {};
  }
}
