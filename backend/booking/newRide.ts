import type { Person } from '../domain/person/person.ts';
import type { RidePlace } from '../domain/place/place.ts';
import type { Party } from '../domain/ride/party.ts';
import type { RequestInput } from '../domain/ride/requestInput.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { EpochMs } from '../domain/units/time.ts';

/** A ride that has only been asked for. */
export function newRide(
  id: string,
  input: RequestInput,
  { person, party }: { readonly person: Person; readonly party: Party },
  ends: { readonly from: RidePlace; readonly to: RidePlace },
  now: EpochMs,
): Ride {
  const expectedSecond = input.requested.second;
  return {
    id,
    revision: 1,
    status: 'requested',
    endReason: null,
    personId: person.id,
    municipality: person.municipality,
    clinicId: person.clinicId,
    serviceId: null,
    providerId: null,
    channel: input.channel,
    reference: input.reference ?? null,
    returnOf: input.returnOf ?? null,
    groupId: input.groupId ?? null,
    insteadOf: null,
    willCall: input.isWillCall ? { expectedSecond, readyAt: null, readyBy: null } : null,
    override: null,
    riderAnswer: null,
    day: input.day,
    from: ends.from,
    to: ends.to,
    requested: input.requested,
    party,
    note: input.note,
    directSeconds: null,
    maxRideSeconds: null,
    fareYen: null,
    promise: null,
    revisedPromise: null,
    shiftId: null,
    scheduled: { pickup: null, dropoff: null },
    performed: { pickup: null, dropoff: null },
    requestedAt: now,
    bookedAt: null,
    offerId: null,
    cancelledAt: null,
    bookedBy: input.bookedBy ?? null,
    replaces: input.replaces ?? null,
  };
}
