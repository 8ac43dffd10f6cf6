import { Refused } from '../../domain/fault/refused.ts';
import { judgeFeedQuestion } from '../views/judgeFeedQuestion.ts';
import { readFeed } from '../views/readFeed.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { feedReadOf } from './queryInput.ts';

/** The day behind a cursor. */
export const feedRoutes = {
  'GET /api/v1/feed': readFeedAnswer,
};

async function readFeedAnswer(call: Call): Promise<Reply> {
  const scope = accountScopeOf(call);
  const question = judgeFeedQuestion(scope, feedReadOf(call.query), call.deps.clock.now());
  if (!question.ok) throw new Refused(question.reason);
  return answer(await readFeed(call.deps.store, scope, question.value));
}
