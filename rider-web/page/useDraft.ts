import { useCallback, useEffect, useReducer } from 'react';
import { keepValue, readKept } from '../device/keptValue.ts';
import { goTo, useAddress } from '../device/useAddress.ts';
import {
  type BookingDraft,
  type DraftEvent,
  EMPTY_DRAFT,
  reduceDraft,
  STEPS,
  type Step,
} from '../store/bookingDraft.ts';
import { reviveDraft } from '../store/reviveDraft.ts';

/** A booking being put together: kept on the device, and its question in the page's address. */
export interface Draft {
  readonly draft: BookingDraft;
  readonly dispatch: (event: DraftEvent) => void;
  /** Something has been answered already. */
  readonly isBegun: boolean;
  /** Begins a booking with what is known, and shows its first open question. */
  readonly begin: (known: Partial<BookingDraft>) => void;
  readonly clear: () => void;
}

/** @param today service day, so that yesterday's half-made booking does not come back */
export function useDraft(keptUnder: string, today: string): Draft {
  const [draft, dispatch] = useReducer(
    reduceDraft,
    undefined,
    () => reviveDraft(readKept(keptUnder), today) ?? EMPTY_DRAFT,
  );
  const address = useAddress();
  const isBegun = draft.from !== null || draft.to !== null || draft.isTimeSet;

  useEffect(() => {
    keepValue(keptUnder, draft === EMPTY_DRAFT ? null : draft);
  }, [keptUnder, draft]);

  // The reader's "back" changes the address; an answer changes the draft: each follows the other.
  const wanted = stepOf(address);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the address only.
  useEffect(() => {
    if (wanted !== null && wanted !== draft.step) dispatch({ type: 'wentTo', step: wanted });
  }, [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the draft only.
  useEffect(() => {
    if (wanted !== null && wanted !== draft.step) goTo(`book/${draft.step}`);
  }, [draft.step]);

  const begin = useCallback((known: Partial<BookingDraft>) => {
    const event: DraftEvent = { type: 'begun', draft: known };
    dispatch(event);
    goTo(`book/${reduceDraft(EMPTY_DRAFT, event).step}`);
  }, []);
  const clear = useCallback(() => dispatch({ type: 'begun', draft: {} }), []);
  return { draft, dispatch, isBegun, begin, clear };
}

/** The question an address asks for; null when it is another part of the page. */
export function stepOf(address: string): Step | null {
  const [part, step] = address.split('/');
  if (part !== 'book') return null;
  return STEPS.find((known) => known === step) ?? 'from';
}
