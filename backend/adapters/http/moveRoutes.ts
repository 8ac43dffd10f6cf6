import {
  type MoveOptionView,
  type MovesAnswer,
  moveRideSchema,
  type UndoEffectView,
  undoMoveSchema,
} from '../../contract/index.ts';
import type { MoveOption } from '../../dispatch/index.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { Outcome } from '../../domain/units/outcome.ts';
import { agreed } from './agreed.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';
import { readRideAnswer, readVisibleRide } from './rideAnswer.ts';

/** Moving rides to other vehicles by hand. */
export const moveRoutes = {
  'GET /api/v1/rides/:id/moves': listMoves,
  'POST /api/v1/rides/:id/move': moveRide,
  'GET /api/v1/rides/:id/move/undo': lookAtUndo,
  'POST /api/v1/rides/:id/move/undo': undoMove,
  'PUT /api/v1/rides/:id/keep': (call: Call) => keepRide(call, true),
  'DELETE /api/v1/rides/:id/keep': (call: Call) => keepRide(call, false),
};

async function listMoves(call: Call): Promise<Reply> {
  const rideId = await visibleIdOf(call);
  const { fromShiftId, options } = agreed(await call.deps.dispatch.listMoves(rideId, call.signal));
  const view: MovesAnswer = { rideId, fromShiftId, options: options.map(optionView) };
  return answer(view);
}

async function moveRide(call: Call): Promise<Reply> {
  const order = parseInput(moveRideSchema, call.body);
  const rideId = await visibleIdOf(call);
  return rideReply(call, await call.deps.dispatch.moveByHand(rideId, order, actorOf(call)));
}

async function undoMove(call: Call): Promise<Reply> {
  const { shiftId } = parseInput(undoMoveSchema, call.body);
  const rideId = await visibleIdOf(call);
  return rideReply(call, await call.deps.dispatch.undoMove(rideId, shiftId, actorOf(call)));
}

async function lookAtUndo(call: Call): Promise<Reply> {
  const { shiftId } = parseInput(undoMoveSchema, call.query);
  const rideId = await visibleIdOf(call);
  const { restored, stays } = agreed(await call.deps.dispatch.lookAtUndo(rideId, shiftId));
  const view: UndoEffectView = {
    restored: restored.map(({ pickup, ...each }) => ({ ...each, pickup: { ...pickup } })),
    stays: [...stays],
  };
  return answer(view);
}

async function keepRide(call: Call, isKept: boolean): Promise<Reply> {
  const rideId = await visibleIdOf(call);
  return rideReply(call, await call.deps.dispatch.keepByHand(rideId, isKept, actorOf(call)));
}

async function visibleIdOf(call: Call): Promise<string> {
  const id = idOf(call.params.id, 'unknownRide');
  const ride = await call.deps.store.read(accountScopeOf(call), (tables) =>
    readVisibleRide(call, tables, id),
  );
  return ride.id;
}

async function rideReply(call: Call, outcome: Outcome<Ride, Rejection>): Promise<Reply> {
  return answer(await readRideAnswer(call, agreed(outcome)));
}

function optionView(option: MoveOption): MoveOptionView {
  const { shiftId } = option;
  if (option.kind === 'impossible') return { shiftId, obstacle: option.obstacle, effect: null };
  if (option.kind === 'notTried') return { shiftId, obstacle: null, effect: null };
  const { shifted, broken, ...figures } = option.effect;
  return {
    shiftId,
    obstacle: null,
    effect: {
      ...figures,
      isTight: option.isTight,
      shifted: shifted.map((each) => ({ ...each })),
      broken: broken.map((each) => ({ ...each })),
    },
  };
}
