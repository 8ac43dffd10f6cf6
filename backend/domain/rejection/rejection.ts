import type { Role } from '../account/account.ts';

/**
 * Why a request, a command or an input is refused. One union for the whole system; each code has a sentence to read
 * aloud and an action in `rejectionTexts.ts`.
 */
export type RejectionCode =
  // the request itself
  | 'malformedInput'
  | 'unknownPerson'
  | 'unknownPlace'
  | 'unknownOffer'
  | 'unknownRide'
  | 'unknownShift'
  | 'invalidCoordinates'
  | 'outsideRegion'
  | 'samePlace'
  | 'timeInPast'
  | 'timeOutsideServiceDay'
  | 'windowEndsBeforeItBegins'
  | 'partyTooSmall'
  | 'partyTooLarge'
  | 'tooMuchLuggage'
  // the service's rules
  | 'outsideServiceArea'
  | 'outsideServiceHours'
  | 'closedDay'
  | 'tooLateToBook'
  | 'tooEarlyToBook'
  | 'notEligible'
  | 'overlappingRide'
  | 'duplicateRide'
  | 'returnBeforeOutbound'
  | 'returnExists'
  | 'noWillCall'
  | 'arrivalTooSoon'
  // the plan
  | 'noVehicleOnDuty'
  | 'noVehicleWithEquipment'
  | 'noProviderAllowed'
  | 'noRoad'
  | 'noCapacity'
  | 'noTimeLeft'
  | 'rideWouldBeTooLong'
  | 'wouldBreakPromises'
  | 'driversNeedTheirBreaks'
  | 'mustRideApart'
  | 'noFeasibleInsertion'
  // offers and rides
  | 'offerExpired'
  | 'offerTaken'
  | 'offerNoLongerPossible'
  | 'commandOutOfOrder'
  | 'undoTooLate'
  | 'undoNotPossible'
  | 'rideAlreadyClosed'
  | 'staleVersion'
  | 'idempotencyKeyReused'
  // roads
  | 'unknownClosure'
  | 'closureFindsNoRoad'
  | 'closureNeverHolds'
  | 'unknownSeason'
  | 'seasonNeverHolds'
  | 'seasonsOverlap'
  | 'seasonSlowsNothing'
  | 'altitudesExchanged'
  | 'unknownSuggestion'
  | 'suggestionDecided'
  // calls and riders
  | 'badSignature'
  | 'signatureTooOld'
  | 'unknownLine'
  | 'unknownCall'
  | 'callerNotFound'
  | 'nameMissing'
  | 'kanaUnreadable'
  | 'birthYearUnreadable'
  | 'phoneUnreadable'
  | 'homeMissing'
  | 'unknownImport'
  | 'nameNotParted'
  | 'kanaGuessed'
  | 'needUnknown'
  | 'rowTwice'
  | 'importUnreadable'
  | 'importTooLarge'
  | 'unknownMerge'
  | 'mergeWithSelf'
  | 'mergeOutlived'
  | 'unknownProxy'
  | 'proxyScopeEmpty'
  | 'proxyOutsideScope'
  | 'proxyEnded'
  | 'proxyExpired'
  | 'proxyNotYetValid'
  | 'proxyActNotGranted'
  | 'proxyEndsTooEarly'
  | 'pinNeeded'
  | 'wrongPin'
  | 'birthYearNeeded'
  | 'wrongBirthYear'
  | 'tooManyPinAttempts'
  // standing orders, calls we owe, waitlist
  | 'unknownStandingOrder'
  | 'noWeekdayChosen'
  | 'endsBeforeItBegins'
  | 'homewardTooEarly'
  | 'standingEntryTaken'
  | 'unknownCallBack'
  | 'callBackTaken'
  | 'callBackNotTaken'
  | 'callBackClosed'
  | 'tooFewTries'
  | 'nothingToUndo'
  | 'unknownWaitlistEntry'
  | 'waitlistEntryClosed'
  | 'requestNotDenied'
  // people and rights
  | 'signInNeeded'
  | 'wrongSignIn'
  | 'tooManyAttempts'
  | 'notAllowed'
  | 'crossSiteRequest'
  // the machine
  | 'notFound'
  | 'bodyTooLarge'
  | 'busyTryAgain'
  | 'internalFault';

/** A "no" with its reason. `details` fill the sentence (places, times, limits), never personal data. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly details?: Readonly<Record<string, string | number>>;
  /** Roles that may set aside the rule named by `details.rule`. */
  readonly overridableBy?: readonly Role[];
  /** Path of the input field at fault (`from`, `party.companions`), where there is one. */
  readonly field?: string;
}
