import {
  type DriverCommandsAnswer,
  driverCommandsSchema,
  type FeedAnswer,
  feedReadSchema,
  type Problem,
} from '../../contract/index.ts';
import { scopeActingFor, scopeOf } from '../../domain/account/account.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, success } from '../../domain/units/outcome.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { judgeFeedQuestion } from '../views/judgeFeedQuestion.ts';
import { problemOf } from '../views/problemOf.ts';
import { FEED_ACTS, readActing } from '../views/readActing.ts';
import type { AccountScope } from '../views/reader.ts';
import { readFeed } from '../views/readFeed.ts';
import { submitDriverCommands } from '../views/submitDriverCommands.ts';
import type { SocketDeps, SocketSession } from './socketDeps.ts';

/** The answer to `feed:read`: the same as `GET /api/v1/feed`, or a problem. */
export async function answerFeedRead(
  body: unknown,
  session: SocketSession | undefined,
  deps: SocketDeps,
): Promise<FeedAnswer | Problem> {
  if (!session) return problemOf({ code: 'signInNeeded' });
  const parsed = feedReadSchema.safeParse(body);
  if (!parsed.success) return problemOf({ code: 'malformedInput' });
  const sight = await readSight(parsed.data.personId, session, deps);
  if (!sight.ok) return problemOf(sight.reason);
  const scope = sight.value;
  const question = judgeFeedQuestion(scope, parsed.data, deps.clock.now());
  if (!question.ok) return problemOf(question.reason);
  return readFeed(deps.store, scope, question.value);
}

/** The account's own scope, or that of the rider for whom it acts by a grant that holds now. */
async function readSight(
  forWhom: string | undefined,
  { account }: SocketSession,
  { store, clock, noteLook }: SocketDeps,
): Promise<Outcome<AccountScope, Rejection>> {
  if (forWhom === undefined) return success(scopeOf(account) as AccountScope);
  const judged = await readActing(store, account, forWhom, FEED_ACTS, serviceDayOf(clock.now()));
  if (!judged.ok) return judged;
  const { personId, ...acting } = judged.value;
  if (acting.act === 'seeRides') await noteLook(judged.value, account.id);
  return success(scopeActingFor(account, personId, acting) as AccountScope);
}

/** The answer to `driver:commands`: the same as `POST /api/v1/driver/commands`, or a problem. */
export async function answerDriverCommands(
  body: unknown,
  session: SocketSession | undefined,
  deps: SocketDeps,
): Promise<DriverCommandsAnswer | Problem> {
  if (!session) return problemOf({ code: 'signInNeeded' });
  if (session.account.role !== 'driver') return problemOf({ code: 'notAllowed' });
  const parsed = driverCommandsSchema.safeParse(body);
  if (!parsed.success) return problemOf({ code: 'malformedInput' });
  const scope = scopeOf(session.account) as AccountScope;
  return { results: await submitDriverCommands(deps, parsed.data.commands, scope) };
}
