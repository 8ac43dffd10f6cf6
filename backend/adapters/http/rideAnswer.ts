import type { RideAnswer } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Tables } from '../../ports/tables.ts';
import { canSeeRide, isDriversDay, ownShiftIdsOf } from '../views/reader.ts';
import { rideSentence } from '../views/rideSentence.ts';
import { readRideViews } from '../views/rideView.ts';
import { accountScopeOf, type Call } from './call.ts';

/** A ride the account may see. @throws Refused `unknownRide`, the same whether it is hidden or absent */
export async function readVisibleRide(call: Call, tables: Tables, id: string): Promise<Ride> {
  const scope = accountScopeOf(call);
  const ride = await tables.rides.find(id);
  if (!ride) throw new Refused({ code: 'unknownRide' });
  const isDriver = scope.role === 'driver';
  if (isDriver && !isDriversDay(ride.day, call.deps.clock.now())) {
    throw new Refused({ code: 'unknownRide' });
  }
  const own = isDriver ? ownShiftIdsOf(scope, await tables.fleet.listShifts(ride.day)) : new Set<string>();
  if (!canSeeRide(scope, ride, own)) throw new Refused({ code: 'unknownRide' });
  return ride;
}

/** An offer of a ride the account may see. @throws Refused `unknownOffer` or `unknownRide` */
export async function readVisibleOffer(call: Call, id: string): Promise<void> {
  await call.deps.store.read(accountScopeOf(call), async (tables) => {
    const offer = await tables.offers.find(id);
    if (!offer) throw new Refused({ code: 'unknownOffer' });
    await readVisibleRide(call, tables, offer.rideId);
  });
}

/** A ride with its sentence, as several endpoints answer it. */
export async function readRideAnswer(call: Call, ride: Ride): Promise<RideAnswer> {
  return call.deps.store.read(accountScopeOf(call), async (tables) => {
    const [view] = await readRideViews(tables, [ride], accountScopeOf(call));
    if (!view) throw new Refused({ code: 'unknownRide' });
    return { ride: view, sentence: rideSentence(ride) };
  });
}
