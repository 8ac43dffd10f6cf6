import { addToWaitlistSchema, type WaitlistAnswer, type WaitlistEntryView } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { RidePlace } from '../../domain/place/place.ts';
import { rejectionText } from '../../domain/rejection/rejectionTexts.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** Refused requests that wait for a place. */
export const waitlistRoutes = {
  'GET /api/v1/waitlist': listEntries,
  'POST /api/v1/waitlist': addEntry,
  'POST /api/v1/waitlist/:id/withdraw': withdrawEntry,
};

async function listEntries(call: Call): Promise<Reply> {
  const view = await call.deps.store.read(accountScopeOf(call), async (tables): Promise<WaitlistAnswer> => {
    const open = await tables.waitlist.listOpen();
    const people = await tables.people.listByIds([...new Set(open.map(({ personId }) => personId))]);
    const rides = await tables.rides.listByIds(open.map(({ deniedRideId }) => deniedRideId));
    return {
      entries: open.map((entry) => {
        const person = people.find(({ id }) => id === entry.personId);
        const ride = rides.find(({ id }) => id === entry.deniedRideId);
        const { kind, second } = entry.input.requested;
        return {
          id: entry.id,
          state: entry.state,
          personId: entry.personId,
          riderName: person ? `${person.familyName} ${person.givenName}` : '',
          riderKana: person ? `${person.familyKana} ${person.givenKana}` : '',
          phone: person?.phone ?? '',
          day: entry.day,
          from: placeOf(ride?.from),
          to: placeOf(ride?.to),
          requested: { kind, second },
          reason: rejectionText({ code: entry.reason }).sentence,
          tries: entry.tries,
          heldUntil: entry.heldUntil === null ? null : new Date(entry.heldUntil).toISOString(),
          createdAt: new Date(entry.createdAt).toISOString(),
        };
      }),
    };
  });
  return answer(view);
}

/** A place that the reader may not see has no name. */
function placeOf(place: RidePlace | undefined): WaitlistEntryView['from'] {
  return { id: place?.id ?? '', name: place?.name ?? '' };
}

async function addEntry(call: Call): Promise<Reply> {
  const { requestId } = parseInput(addToWaitlistSchema, call.body);
  const added = await call.deps.waitlist.add(requestId, actorOf(call));
  if (!added.ok) throw new Refused(added.reason);
  return listEntries(call);
}

async function withdrawEntry(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownWaitlistEntry');
  const withdrawn = await call.deps.waitlist.withdraw(id, actorOf(call));
  if (!withdrawn.ok) throw new Refused(withdrawn.reason);
  return listEntries(call);
}
