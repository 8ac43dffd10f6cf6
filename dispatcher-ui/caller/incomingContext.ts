import { createContext, useContext } from 'react';
import type { CallCard, CallerKindName, CallView, PersonView } from '../../backend/contract/index.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';

/** The calls that come in, and the household of the one that is being taken. */
export interface Incoming {
  /** Calls on this screen, the newest first. */
  readonly calls: readonly CallView[];
  /** The household of the call that was confirmed last; null: none. */
  readonly opened: CallCard | null;
  readonly fault: ApiFault | null;
  /** The operator heard who is calling: answers the household; null when they have gone on to another call since. */
  readonly confirm: (callId: string) => Promise<readonly PersonView[] | null>;
  /** Whom the opened call is about, and who speaks. */
  readonly tell: (about: { personId?: string; caller?: CallerKindName }) => Promise<void>;
  readonly saveNumber: (personId: string) => Promise<void>;
  readonly putAway: (callId: string) => Promise<void>;
}

export const IncomingContext = createContext<Incoming | null>(null);

/** Null where no calls are taken (a town office). */
export function useIncoming(): Incoming | null {
  return useContext(IncomingContext);
}
