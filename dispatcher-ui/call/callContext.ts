import { createContext, useContext } from 'react';
import type {
  BookedAnswer,
  HouseholdCard,
  PersonView,
  RequestAnswer,
  ReturnTime,
  RideView,
} from '../../backend/contract/index.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import type { BookingDraft } from '../store/bookingDraft.ts';
import type { AskedDate, CallStage } from '../store/callStage.ts';
import type { KeptYes } from '../store/keptYes.ts';
import type { Speaker } from '../store/speaker.ts';
import type { FieldFocus } from './fieldFocus.ts';

/** One telephone call at the desk: who, what is typed, what was offered and agreed. */
export interface Call {
  readonly draft: BookingDraft;
  /** Takes over what was typed; offers that no longer fit it go away. */
  readonly change: (part: Partial<BookingDraft>) => void;
  /** A rider is chosen, by search or from the household; null: typed over. */
  readonly choosePerson: (person: PersonView | null) => void;
  /** Household of the rider; null until it has come. */
  readonly card: HouseholdCard | null;
  readonly cardFault: ApiFault | null;
  readonly reloadCard: () => void;
  /** Who is on the telephone; null: not said yet. */
  readonly speaker: Speaker | null;
  readonly setSpeaker: (speaker: Speaker) => void;
  /** Fills the form from a ride, to book another like it. */
  readonly bookLike: (ride: RideView) => void;
  /** Fills the form from a ride of a rider, to change it: what is booked then takes its place. */
  readonly changeRide: (ride: RideView, person: PersonView) => void;
  /** Would a ride of this rider replace what is typed in the call of somebody else? */
  readonly losesTyped: (personId: string) => boolean;
  /** Leaves the ride as it is; the form is empty again. */
  readonly stopChange: () => void;
  /** Fills the form from a usual ride (0: the first) and leads to the time. */
  readonly takeUsual: (index: number) => void;
  readonly stage: CallStage;
  /** "Find times" was pressed since the form was last empty: from then on its problems are shown. */
  readonly isTried: boolean;
  /** Asks for times; leads to the first problem where there is one. `override`: the rule set aside. */
  readonly find: (override?: string) => void;
  /** Ends the searches that are still on; what was found stays. */
  readonly stopSearch: () => void;
  /** Goes on with the searches that were stopped. */
  readonly resumeSearch: () => void;
  /** Keeps the reason for an exception while it is typed; the refusal stays in sight. */
  readonly noteOverride: (reason: string) => void;
  readonly mark: (date: AskedDate, offerId: string) => void;
  readonly show: (dateId: string) => void;
  readonly book: () => Promise<void>;
  readonly undo: (agreed: BookedAnswer) => Promise<boolean>;
  /** Asks for the way home of every ride booked in this call; a way home that stands is changed. */
  readonly askWayHome: (time: ReturnTime) => void;
  readonly answerDate: (date: AskedDate, answer: RequestAnswer['answer']) => Promise<boolean>;
  readonly fault: ApiFault | null;
  /** From the offers back into the form, to another time. */
  readonly otherTime: () => void;
  /** Empties the form for the next call. */
  readonly startNext: () => void;
  readonly kept: readonly KeptYes[];
  readonly dropKept: (key: string) => void;
  /** Goes on with a yes that was refused: its form comes back. */
  readonly resumeKept: (yes: KeptYes) => void;
  readonly focus: FieldFocus;
}

export const CallContext = createContext<Call | null>(null);

/** Throws outside the phone desk. */
export function useCall(): Call {
  const call = useContext(CallContext);
  if (!call) throw new Error('useCall needs the CallProvider around it');
  return call;
}
