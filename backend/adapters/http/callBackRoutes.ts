import { recordCallSchema } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import { callQueueView } from '../views/callBackView.ts';
import { accountOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** Calls we owe. */
export const callBackRoutes = {
  'GET /api/v1/call-backs': readQueue,
  'POST /api/v1/call-backs/:id/take': (call: Call) =>
    change(call, (id) => call.deps.callDesk.take(id, handOf(call), actorOf(call))),
  'POST /api/v1/call-backs/:id/put-down': (call: Call) =>
    change(call, (id) => call.deps.callDesk.putDown(id, handOf(call), actorOf(call))),
  'POST /api/v1/call-backs/:id/outcome': recordOutcome,
  'POST /api/v1/call-backs/:id/undo': (call: Call) =>
    change(call, (id) => call.deps.callDesk.undo(id, handOf(call), actorOf(call))),
};

async function readQueue(call: Call): Promise<Reply> {
  const queue = await call.deps.callDesk.queue(actorOf(call));
  return answer(callQueueView(queue, accountOf(call).id));
}

function recordOutcome(call: Call): Promise<Reply> {
  const { outcome, later } = parseInput(recordCallSchema, call.body);
  const at = later === undefined ? undefined : Date.parse(later);
  return change(call, (id) => call.deps.callDesk.record(id, outcome, at, handOf(call), actorOf(call)));
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
