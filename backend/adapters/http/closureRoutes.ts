import {
  type ClosedAnswer,
  type ClosureCheckView,
  type ClosuresAnswer,
  type ClosureView,
  closureInputSchema,
  type ReopenedAnswer,
} from '../../contract/index.ts';
import type { ClosureChange, ClosureCheck, ClosureEntry } from '../../dispatch/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { RoadClosure } from '../../domain/road/roadClosure.ts';
import { closedLinesView, closureView } from '../views/closureView.ts';
import { accountOf, accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf, isCheck } from './queryInput.ts';
import { roadTimesOf } from './roadTimesInput.ts';

/** An answer waits so long for the plans to be moved; the list of closures tells the rest. */
const WAIT_MS = 8000;

/** Closed roads. */
export const closureRoutes = {
  'GET /api/v1/closures': listClosures,
  'POST /api/v1/closures': enterClosure,
  'DELETE /api/v1/closures/:id': reopenRoad,
};

async function listClosures(call: Call): Promise<Reply> {
  const now = call.deps.clock.now();
  const closures = await call.deps.store.read(accountScopeOf(call), ({ roadConditions }) =>
    roadConditions.listClosures(now),
  );
  const view: ClosuresAnswer = { closures: closures.map((closure) => viewOf(call, closure)) };
  return answer(view);
}

async function enterClosure(call: Call): Promise<Reply> {
  const entry = entryOf(call.body);
  if (isCheck(call.query)) {
    const checked = await call.deps.roadDesk.check(entry);
    if (!checked.ok) throw new Refused(checked.reason);
    return answer(checkView(checked.value));
  }
  const closed = await call.deps.roadDesk.close(entry, actorOf(call));
  if (!closed.ok) throw new Refused(closed.reason);
  const closure = await changedView(call, closed.value);
  const view: ClosedAnswer = { ...checkView(closed.value), closure };
  return { status: 201, body: view };
}

async function reopenRoad(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownClosure');
  const reopened = await call.deps.roadDesk.reopen(id, actorOf(call));
  if (!reopened.ok) throw new Refused(reopened.reason);
  const view: ReopenedAnswer = { closure: await changedView(call, reopened.value) };
  return answer(view);
}

/** The closure, with what was moved for it where that is done soon. */
async function changedView(call: Call, { closure, replanned }: ClosureChange): Promise<ClosureView> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, WAIT_MS);
  });
  await Promise.race([replanned, late]);
  clearTimeout(timer);
  return viewOf(call, closure);
}

function viewOf(call: Call, closure: RoadClosure): ClosureView {
  const replan = call.deps.roadDesk.replanOf(closure.id);
  const lists = replan && {
    movedRideIds: [...replan.movedRideIds],
    callRideIds: [...replan.callRideIds],
    stuckShiftIds: [...replan.stuckShiftIds],
  };
  return closureView(closure, lists, accountOf(call).role, call.deps.clock.now());
}

function checkView({ cutOff, sentence, closedMetres, lines }: ClosureCheck): ClosureCheckView {
  return {
    cutOff: cutOff.map((place) => ({ ...place })),
    sentence,
    closedMetres,
    lines: closedLinesView(lines),
  };
}

/** @throws Misshapen */
function entryOf(body: unknown): ClosureEntry {
  const { name, reason, stretch, from, to, yearly, hours } = parseInput(closureInputSchema, body);
  return { name, reason, stretch, times: roadTimesOf({ from, to, yearly, hours }) };
}
