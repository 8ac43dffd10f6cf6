import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { isOfPromise, type KeptNotice } from '../../domain/notice/notice.ts';
import { lastPromiseWord } from '../../domain/notice/promiseWord.ts';
import type { Store } from '../../ports/store.ts';
import type { Tables } from '../../ports/tables.ts';
import { readLastSaid } from './lastSaid.ts';

/** Nobody is told of a pickup that will not be: the ride was cancelled or changed, or a booking was taken back. */
export function isStillToTell(store: Store, notice: KeptNotice): Promise<boolean> {
  return store.read(SYSTEM_SCOPE, async (tables) => {
    const ride = await tables.rides.find(notice.rideId);
    const isToCome = ride !== undefined && ['booked', 'assigned', 'vehicleArrived'].includes(ride.status);
    return isToCome && (!isOfPromise(notice.reason) || (await isLastWord(tables, notice)));
  });
}

/** Nobody is told what has been taken back, nor a time that a later notice tells otherwise. */
async function isLastWord(tables: Tables, notice: KeptNotice): Promise<boolean> {
  const { rideId, personId, reason, createdAt } = notice;
  if (lastPromiseWord(await tables.events.listByRide(rideId))?.reason !== reason) return false;
  const said = await readLastSaid(tables, { id: rideId, personId });
  return said === undefined || said.reason !== reason || said.createdAt <= createdAt;
}
