import { endApart, restoreApart } from './apart/endApart.ts';
import { recordApart } from './apart/recordApart.ts';
import { mergeRiders, undoMerge } from './merge/mergeRiders.ts';
import { noteDistinct, undoDistinct } from './merge/noteDistinct.ts';
import { acceptInvitation, checkInvitation } from './proxies/acceptInvitation.ts';
import { checkCaller } from './proxies/checkCaller.ts';
import { endProxy, restoreProxy } from './proxies/endProxy.ts';
import { inviteProxy, withdrawInvitation } from './proxies/inviteProxy.ts';
import { createLookNotes } from './proxies/lookNotes.ts';
import { recordProxy } from './proxies/recordProxy.ts';
import { setPin } from './proxies/setPin.ts';
import { addRider } from './register/addRider.ts';
import { changeRider } from './register/changeRider.ts';
import type { Riders } from './riders.ts';
import type { RidersWorld } from './ridersWorld.ts';
import { closeCall } from './telephony/closeCall.ts';
import { confirmCall } from './telephony/confirmCall.ts';
import { identifyByName, identifyByYear } from './telephony/identifyCaller.ts';
import { reportCall } from './telephony/reportCall.ts';
import { saveCallNumber } from './telephony/saveCallNumber.ts';

/** The register over a world: the store, accounts, the clock and ids. */
export function createRiders(world: RidersWorld): Riders {
  return {
    add: (entry, actor) => addRider(world, entry, actor),
    change: (change, actor, canSee) => changeRider(world, change, actor, canSee),
    merge: (wish, actor) => mergeRiders(world, wish, actor),
    undoMerge: (mergeId, actor) => undoMerge(world, mergeId, actor),
    noteDistinct: (personId, otherId, actor) => noteDistinct(world, personId, otherId, actor),
    undoDistinct: (distinctId, actor) => undoDistinct(world, distinctId, actor),
    reportCall: (report, operator) => reportCall(world, report, operator),
    confirmCall: (callId, heard, actor, canSee) => confirmCall(world, callId, heard, actor, canSee),
    saveCallNumber: (callId, personId, actor, canSee) =>
      saveCallNumber(world, callId, personId, actor, canSee),
    recordProxy: (personId, entry, actor, canSee) => recordProxy(world, personId, entry, actor, canSee),
    endProxy: (grantId, actor, canSee) => endProxy(world, grantId, actor, canSee),
    restoreProxy: (grantId, actor, canSee) => restoreProxy(world, grantId, actor, canSee),
    inviteProxy: (grantId, actor, canSee) => inviteProxy(world, grantId, actor, canSee),
    withdrawInvitation: (grantId, actor, canSee) => withdrawInvitation(world, grantId, actor, canSee),
    checkInvitation: (code) => checkInvitation(world, code),
    acceptInvitation: (code, wish) => acceptInvitation(world, code, wish),
    noteLook: createLookNotes(world),
    setPin: (personId, pin, actor, canSee) => setPin(world, personId, pin, actor, canSee),
    checkCaller: (personId, said, actor) => checkCaller(world, personId, said, actor),
    identifyByYear: (number, year, actor) => identifyByYear(world, number, year, actor),
    identifyByName: (personIds, name, actor) => identifyByName(world, personIds, name, actor),
    recordApart: (personId, entry, actor, canSee) => recordApart(world, personId, entry, actor, canSee),
    endApart: (apartId, actor, canSee) => endApart(world, apartId, actor, canSee),
    restoreApart: (apartId, actor, canSee) => restoreApart(world, apartId, actor, canSee),
    closeCall: (callId, actor) => closeCall(world, callId, actor),
  };
}
