import { isOfPromise, type KeptNotice } from '../../domain/notice/notice.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Tables } from '../../ports/tables.ts';

/** More than this nobody gets between a notice and the next one about the same ride. */
const LATEST_NOTICES = 30;

/** What a rider has been told, or is about to be, about the promised time of a ride; the last of it. */
export async function readLastSaid(
  { notices }: Tables,
  { id, personId }: Pick<Ride, 'id' | 'personId'>,
): Promise<KeptNotice | undefined> {
  const kept = (await notices.listByPerson(personId, LATEST_NOTICES)).filter(
    ({ rideId, reason, state }) => rideId === id && isOfPromise(reason) && state !== 'failed',
  );
  return kept.reduce<KeptNotice | undefined>(
    (last, notice) => (last && last.createdAt >= notice.createdAt ? last : notice),
    undefined,
  );
}
