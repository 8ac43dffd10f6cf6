import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import { SYSTEM_ACTOR } from '../../backend/domain/account/actor.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { House } from './openHouse.ts';
import { TOWN_DAY } from './trialTown.ts';

/** The first of the town rides from home after eleven. */
export async function bookFromHome(house: House): Promise<Ride> {
  const asked = await house.stages.booking.request(
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
    },
    SYSTEM_ACTOR,
  );
  if (!asked.ok) throw new Error(asked.reason.rejection.code);
  const booked = await house.stages.booking.accept(asked.value.offers[0]!.id, SYSTEM_ACTOR);
  if (!booked.ok) throw new Error(booked.reason.code);
  return booked.value;
}

/** A call is owed about a ride whose promise was broken. */
export async function oweCall(house: House, { id, personId, day }: Ride): Promise<void> {
  const now = house.clock.now();
  const about = { personId, subject: id, rideId: id, day, dueAt: now, usefulUntil: null };
  await house.store.write(SYSTEM_SCOPE, ({ callBacks }) =>
    callBacks.owe([{ ...about, reason: 'promiseBroken' }], now),
  );
}
