import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import { listTogether, partTogether } from './apart/partTogether.ts';
import { keepByHand } from './byHand/keepByHand.ts';
import { listMoves } from './byHand/listMoves.ts';
import { moveByHand } from './byHand/moveByHand.ts';
import { lookAtUndo, undoMove } from './byHand/undoMove.ts';
import { commitRide } from './commitRide.ts';
import { DayDesk } from './dayDesk.ts';
import type { Dispatch } from './dispatch.ts';
import type { DispatchWorld } from './dispatchWorld.ts';
import { exchangeRides } from './exchangeRides.ts';
import { improveDay } from './improve/improveDay.ts';
import { openDay } from './openDay.ts';
import { proposeRides } from './propose.ts';
import { replanEstimates, replanForRoads } from './replan/replanForRoads.ts';
import { reviseShift } from './reviseShift.ts';
import { withdrawRide } from './withdrawRide.ts';

/** Dispatch over a world: the store, the travel matrix, the clock and ids. */
export function createDispatch(world: DispatchWorld): Dispatch {
  const desk = new DayDesk(world);
  const opened = new Map<ServiceDay, Promise<void>>();

  function open(day: ServiceDay): Promise<void> {
    const known = opened.get(day);
    if (known !== undefined) return known;
    const opening = openDay(world.store, day, world.clock.now());
    opened.set(day, opening);
    opening.catch(() => opened.delete(day));
    return opening;
  }

  return {
    openDay: open,
    async propose(ride, choices, terms) {
      await open(ride.day);
      return proposeRides(desk, ride, choices, terms);
    },
    commit: (ride, offer, actor, bookIn) => commitRide(desk, ride, offer, actor, bookIn),
    withdraw: (ride, actor, endIn) => withdrawRide(desk, ride, actor, endIn),
    async exchange(exchange, actor, decide) {
      await open(exchange.leaving.day);
      await open(exchange.entering.day);
      return exchangeRides(desk, exchange, actor, decide);
    },
    replanForRoads: (day, roadsOf, actor) => replanForRoads(desk, roadsOf, day, actor),
    partTogether: (day, actor) => partTogether(desk, day, actor),
    listTogether: (day) => listTogether(desk, day),
    listMoves: (rideId, signal) => listMoves(desk, rideId, signal),
    moveByHand: (rideId, order, actor) => moveByHand(desk, rideId, order, actor),
    undoMove: (rideId, seenShiftId, actor) => undoMove(desk, rideId, seenShiftId, actor),
    lookAtUndo: (rideId, seenShiftId) => lookAtUndo(desk, rideId, seenShiftId),
    keepByHand: (rideId, isKept, actor) => keepByHand(desk, rideId, isKept, actor),
    replanEstimates: (day, actor) => replanEstimates(desk, day, actor),
    async improveDay(day, seconds, options) {
      await open(day);
      return improveDay(desk, day, seconds, SYSTEM_ACTOR, options);
    },
    revise: (shiftId, actor, decide, record) => reviseShift(desk, shiftId, actor, decide, record),
  };
}
