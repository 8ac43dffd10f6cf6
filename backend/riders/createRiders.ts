import { mergeRiders, undoMerge } from './merge/mergeRiders.ts';
import { addRider } from './register/addRider.ts';
import { changeRider } from './register/changeRider.ts';
import type { Riders } from './riders.ts';
import type { RidersWorld } from './ridersWorld.ts';
import { closeCall } from './telephony/closeCall.ts';
import { confirmCall } from './telephony/confirmCall.ts';
import { reportCall } from './telephony/reportCall.ts';
import { saveCallNumber } from './telephony/saveCallNumber.ts';

/** The register over a world: the store, accounts, the clock and ids. */
export function createRiders(world: RidersWorld): Riders {
  return {
    add: (entry, actor) => addRider(world, entry, actor),
    change: (change, actor, canSee) => changeRider(world, change, actor, canSee),
    merge: (wish, actor) => mergeRiders(world, wish, actor),
    undoMerge: (mergeId, actor) => undoMerge(world, mergeId, actor),
    reportCall: (report, operator) => reportCall(world, report, operator),
    confirmCall: (callId, heard, actor, canSee) => confirmCall(world, callId, heard, actor, canSee),
    saveCallNumber: (callId, personId, actor, canSee) =>
      saveCallNumber(world, callId, personId, actor, canSee),
    closeCall: (callId, actor) => closeCall(world, callId, actor),
  };
}
