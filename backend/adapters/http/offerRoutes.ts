import { Refused } from '../../domain/fault/refused.ts';
import { actorOf, answer, type Call, type Reply } from './call.ts';
import { idOf } from './queryInput.ts';
import { readRideAnswer, readVisibleOffer } from './rideAnswer.ts';

/** Saying yes to an offer. */
export const offerRoutes = {
  'POST /api/v1/offers/:id/accept': acceptOffer,
};

async function acceptOffer(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownOffer');
  await readVisibleOffer(call, id);
  const outcome = await call.deps.booking.accept(id, actorOf(call));
  if (!outcome.ok) throw new Refused(outcome.reason);
  return answer(await readRideAnswer(call, outcome.value));
}
