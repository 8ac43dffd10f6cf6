import { callOffersSchema, recordCallSchema } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import { callQueueView } from '../views/callBackView.ts';
import { accountOf, accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { offersAnswer } from './offersAnswer.ts';
import { parseInput } from './parseInput.ts';
import { problemReply } from './problemReply.ts';
import { idOf } from './queryInput.ts';
import { requestedTime } from './requestInput.ts';
import { requestProblem } from './requestProblem.ts';

/** Calls we owe. */
export const callBackRoutes = {
  'GET /api/v1/call-backs': readQueue,
  'POST /api/v1/call-backs/:id/take': (call: Call) =>
    change(call, (id) => call.deps.callDesk.take(id, handOf(call), actorOf(call))),
  'POST /api/v1/call-backs/:id/put-down': (call: Call) =>
    change(call, (id) => call.deps.callDesk.putDown(id, handOf(call), actorOf(call))),
  'POST /api/v1/call-backs/:id/offers': findOthers,
  'POST /api/v1/call-backs/:id/outcome': recordOutcome,
  'POST /api/v1/call-backs/:id/undo': (call: Call) =>
    change(call, (id) => call.deps.callDesk.undo(id, handOf(call), actorOf(call))),
};

async function readQueue(call: Call): Promise<Reply> {
  const queue = await call.deps.callDesk.queue(actorOf(call));
  return answer(callQueueView(queue, accountOf(call).id));
}

function recordOutcome(call: Call): Promise<Reply> {
  const { outcome, later, offerId, requestId } = parseInput(recordCallSchema, call.body);
  const said = {
    outcome,
    ...(later === undefined ? {} : { later: Date.parse(later) }),
    ...(offerId === undefined ? {} : { offerId }),
    ...(requestId === undefined ? {} : { requestId }),
  };
  return change(call, (id) => call.deps.callDesk.record(id, said, handOf(call), actorOf(call)));
}

async function findOthers(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownCallBack');
  const { time } = parseInput(callOffersSchema, call.body);
  const wish = time && requestedTime(time);
  const found = await call.deps.callDesk.findOthers(id, wish, handOf(call), actorOf(call));
  if (!found.ok && found.reason.ride === null) throw new Refused(found.reason.rejection);
  const reader = accountScopeOf(call);
  return call.deps.store.read(reader, async (tables) =>
    found.ok
      ? { status: 201, body: await offersAnswer(tables, found.value, null, reader) }
      : problemReply(await requestProblem(tables, found.reason, reader)),
  );
}

async function change(
  call: Call,
  work: (id: string) => Promise<Outcome<unknown, Rejection>>,
): Promise<Reply> {
  const done = await work(idOf(call.params.id, 'unknownCallBack'));
  if (!done.ok) throw new Refused(done.reason);
  return readQueue(call);
}

function handOf(call: Call) {
  const { id, displayName } = accountOf(call);
  return { accountId: id, displayName };
}
