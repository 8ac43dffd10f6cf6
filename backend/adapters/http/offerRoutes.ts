import { Refused } from '../../domain/fault/refused.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { idOf } from './queryInput.ts';
import { readRideAnswer, readVisibleRide } from './rideAnswer.ts';

/** Saying yes to an offer. */
export const offerRoutes = {
  'POST /api/v1/offers/:id/accept': acceptOffer,
};

async function acceptOffer(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownOffer');
  await refuseForeignOffer(call, id);
  const outcome = await call.deps.booking.accept(id, actorOf(call));
  if (!outcome.ok) throw new Refused(outcome.reason);
  return answer(await readRideAnswer(call, outcome.value));
}

/** An offer of somebody else's ride is unknown to this account. */
async function refuseForeignOffer(call: Call, id: string): Promise<void> {
  await call.deps.store.read(accountScopeOf(call), async (tables) => {
    const offer = await tables.offers.find(id);
    if (!offer) throw new Refused({ code: 'unknownOffer' });
    await readVisibleRide(call, tables, offer.rideId);
  });
}
