import type { Audience, FeedRead } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import { type EpochMs, serviceDayOf } from '../../domain/units/time.ts';
import { isBookableDay } from './bookableDay.ts';
import { type AccountScope, isDriversDay } from './reader.ts';
import type { FeedQuestion } from './readFeed.ts';

/** The one audience of each role. */
const AUDIENCE_OF: Readonly<Record<Role, Audience>> = {
  operator: 'console',
  dispatcher: 'console',
  administrator: 'console',
  municipality: 'console',
  driver: 'driver',
  rider: 'rider',
  proxy: 'rider',
  clinic: 'clinic',
};

/** The feed that an account of this role listens to. */
export function audienceOf(role: Role): Audience {
  return AUDIENCE_OF[role];
}

/** May this account read this feed of this day? Without a day it is today's. */
export function judgeFeedQuestion(
  scope: AccountScope,
  question: FeedRead,
  now: EpochMs,
): Outcome<FeedQuestion, Rejection> {
  if (question.audience !== audienceOf(scope.role)) {
    return refusal({ code: 'notAllowed', field: 'audience' });
  }
  const day = question.day ?? serviceDayOf(now);
  if (!isBookableDay(day)) return refusal({ code: 'malformedInput', field: 'day' });
  if (scope.role === 'driver' && !isDriversDay(day, now)) {
    return refusal({ code: 'notAllowed', field: 'day' });
  }
  const card = question.card && { card: { personId: question.card, today: serviceDayOf(now) } };
  return success({ audience: question.audience, day, cursor: question.cursor, ...card });
}
