import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { RequestInput } from '../../backend/domain/ride/requestInput.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { House } from './openHouse.ts';
import { TOWN_DAY } from './trialTown.ts';

/** Asks for a ride by telephone and takes the first offer; null: there is none to take. */
export async function bookFirstOffer(house: House, asked: Partial<RequestInput>): Promise<Ride | null> {
  const { booking } = house.stages;
  const offered = await booking.request(
    {
      channel: 'phone',
      personId: house.town.people[0]!.id,
      from: { kind: 'home' },
      to: { kind: 'boardingPoint', id: house.town.region.boardingPoints[0]!.id },
      day: TOWN_DAY,
      requested: { kind: 'departAfter', second: 11 * 3600 },
      companions: 0,
      attendants: 0,
      children: 0,
      needs: [],
      note: null,
      ...asked,
    },
    SYSTEM_ACTOR,
  );
  if (!offered.ok) return null;
  const booked = await booking.accept(offered.value.offers[0]!.id, SYSTEM_ACTOR);
  return booked.ok ? booked.value : null;
}

/** The first of the town rides from home after eleven, unless something else is asked for. */
export async function bookFromHome(house: House, asked: Partial<RequestInput> = {}): Promise<Ride> {
  const ride = await bookFirstOffer(house, asked);
  if (!ride) throw new Error('the town has no time for this ride');
  return ride;
}

/** A call is owed about a ride whose promise was broken. */
export async function oweCall(house: House, { id, personId, day }: Ride): Promise<void> {
  const now = house.clock.now();
  const about = { personId, subject: id, rideId: id, day, dueAt: now, usefulUntil: null };
  await house.store.write(SYSTEM_SCOPE, ({ callBacks }) =>
    callBacks.owe([{ ...about, reason: 'promiseBroken' }], now),
  );
}
