import type { Problem } from '../../contract/index.ts';
import type { Rejection, RejectionCode } from '../../domain/rejection/rejection.ts';
import { rejectionText } from '../../domain/rejection/rejectionTexts.ts';

/** Codes whose HTTP status is not 422, "understood, but no". */
const STATUS: Readonly<Partial<Record<RejectionCode, number>>> = {
  malformedInput: 400,
  invalidCoordinates: 400,
  textTooLong: 400,
  tooManyPhones: 400,
  signInNeeded: 401,
  badSignature: 401,
  signatureTooOld: 401,
  unknownLine: 401,
  unknownCall: 404,
  turnOutOfOrder: 409,
  unknownImport: 404,
  unknownMerge: 404,
  unknownDistinct: 404,
  unknownProxy: 404,
  unknownApart: 404,
  unknownInvitation: 404,
  invitationUsed: 409,
  loginTaken: 409,
  mergeOutlived: 409,
  wrongSignIn: 401,
  notAllowed: 403,
  crossSiteRequest: 403,
  notFound: 404,
  unknownPerson: 404,
  unknownPlace: 404,
  unknownOffer: 404,
  unknownRide: 404,
  unknownShift: 404,
  unknownClosure: 404,
  unknownSeason: 404,
  unknownSuggestion: 404,
  suggestionDecided: 409,
  unknownStandingOrder: 404,
  unknownCallBack: 404,
  unknownWaitlistEntry: 404,
  standingEntryTaken: 409,
  callBackTaken: 409,
  callBackNotTaken: 409,
  callBackClosed: 409,
  tooFewTries: 409,
  nothingToUndo: 409,
  waitlistEntryClosed: 409,
  requestNotDenied: 409,
  commandOutOfOrder: 409,
  offerExpired: 409,
  offerTaken: 409,
  offerNoLongerPossible: 409,
  duplicateRide: 409,
  returnExists: 409,
  noWillCall: 409,
  undoTooLate: 409,
  undoNotPossible: 409,
  rideAlreadyClosed: 409,
  rideReplaced: 409,
  rideUnderWay: 409,
  changeNotUndoable: 409,
  vehicleOnItsWay: 409,
  nothingToMove: 409,
  rideMovedMeanwhile: 409,
  moveNotPossible: 409,
  moveBreaksMore: 409,
  moveNotUndoable: 409,
  shiftEnded: 409,
  ridersAboard: 409,
  ridesStillAssigned: 409,
  driverHasRidersAboard: 409,
  driverHasRidesLeft: 409,
  reportedAlready: 409,
  shiftNotEnded: 409,
  shiftHoursOver: 409,
  shiftNotToday: 409,
  staleVersion: 409,
  bodyTooLarge: 413,
  tooManyAttempts: 429,
  tooManyPinAttempts: 429,
  internalFault: 500,
  busyTryAgain: 503,
};

/** The HTTP status of a refusal. */
export function statusOf(code: RejectionCode): number {
  return STATUS[code] ?? 422;
}

/** What a problem may say besides its rejection. */
export interface ProblemExtras {
  readonly requestId?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  /** Where the code alone does not tell (405, 415). */
  readonly status?: number;
}

/** A refusal as problem details (RFC 9457), in words for people. */
export function problemOf(rejection: Rejection, extras: ProblemExtras = {}): Problem {
  const { sentence, action } = rejectionText(rejection);
  return {
    type: `urn:ainori:problem:${rejection.code}`,
    title: sentence.en,
    status: extras.status ?? statusOf(rejection.code),
    code: rejection.code,
    sentence,
    action,
    ...(rejection.field === undefined ? {} : { field: rejection.field }),
    ...(rejection.details === undefined ? {} : { details: { ...rejection.details } }),
    ...(extras.fields === undefined ? {} : { fields: [...extras.fields] }),
    ...(extras.requestId === undefined ? {} : { requestId: extras.requestId }),
  };
}
