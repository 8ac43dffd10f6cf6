import type { Offered, RequestRefusal } from '../../booking/index.ts';
import {
  type Answered,
  type RequestGroupAnswer,
  type ReturnTime,
  requestAnswerSchema,
  requestGroupSchema,
  rideRequestSchema,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { RequestInput } from '../../domain/ride/requestInput.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import { spokenDays } from '../views/spokenDays.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { offersAnswer } from './offersAnswer.ts';
import { parseInput } from './parseInput.ts';
import { problemReply } from './problemReply.ts';
import { dayOf, idOf } from './queryInput.ts';
import { requestInputOf, returnWishOf } from './requestInput.ts';
import { requestProblem } from './requestProblem.ts';
import { readVisibleRide } from './rideAnswer.ts';

/** Asking for a ride: offers, or why there are none. */
export const requestRoutes = {
  'POST /api/v1/requests': requestRide,
  'POST /api/v1/request-groups': requestDays,
  'POST /api/v1/requests/:id/answer': answerRequest,
};

async function requestRide(call: Call): Promise<Reply> {
  const body = parseInput(rideRequestSchema, call.body);
  const { time } = body;
  const asked = await requestInputOf(call, body, dayOf(time.day, 'time.day'), time);
  const input = { ...asked, groupId: body.group && `group_${body.group}` };
  const outcome = await call.deps.booking.request(input, actorOf(call));
  const home = await askHome(call, outcome, body.return, input);
  return call.deps.store.read(accountScopeOf(call), async (tables) => {
    if (!outcome.ok) return problemReply(await requestProblem(tables, outcome.reason, accountScopeOf(call)));
    return { status: 201, body: await offersAnswer(tables, outcome.value, home, accountScopeOf(call)) };
  });
}

/** The way home is asked for only where there is a way there. */
async function askHome(
  call: Call,
  outcome: Outcome<Offered, RequestRefusal>,
  time: ReturnTime | null,
  { proxyId = null, bookedBy = null }: RequestInput,
): Promise<Outcome<Offered, RequestRefusal> | null> {
  if (!outcome.ok || time === null) return null;
  const booker = { proxyId, bookedBy };
  return call.deps.booking.requestReturn(outcome.value.ride.id, returnWishOf(time), actorOf(call), booker);
}

async function requestDays(call: Call): Promise<Reply> {
  const body = parseInput(requestGroupSchema, call.body);
  const days = body.days.map((day, i) => dayOf(day, `days.${i}`));
  const input = await requestInputOf(call, body, days[0]!, body.time);
  const wayHome = body.return && returnWishOf(body.return);
  const { groupId, asked } = await call.deps.booking.requestDays(input, days, wayHome, actorOf(call));
  const reader = accountScopeOf(call);
  return call.deps.store.read(reader, async (tables) => {
    const answers: RequestGroupAnswer['days'] = [];
    for (const { day, outcome, home } of asked) {
      answers.push(
        outcome.ok
          ? { day, problem: null, ...(await offersAnswer(tables, outcome.value, home, reader)) }
          : {
              day,
              requestId: outcome.reason.ride?.id ?? null,
              offers: [],
              return: null,
              problem: await requestProblem(tables, outcome.reason, reader),
            },
      );
    }
    const view: RequestGroupAnswer = { groupId, days: answers, sentence: spokenDays(answers) };
    return { status: 201, body: view };
  });
}

async function answerRequest(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownRide');
  const { answer: said } = parseInput(requestAnswerSchema, call.body);
  await call.deps.store.read(accountScopeOf(call), (tables) => readVisibleRide(call, tables, id));
  const outcome = await call.deps.booking.answer(id, said, actorOf(call));
  if (!outcome.ok) throw new Refused(outcome.reason);
  const view: Answered = { requestId: id, answer: said };
  return answer(view);
}
