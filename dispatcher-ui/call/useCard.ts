import { useCallback, useEffect, useState } from 'react';
import type { HouseholdCard } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useDesk } from '../frame/deskContext.ts';

export interface CardDesk {
  /** The card of the person asked for; null until it has come. */
  readonly card: HouseholdCard | null;
  readonly fault: ApiFault | null;
  readonly reload: () => void;
}

/**
 * Household, rides and usual rides of a rider, read again when one of their rides changes, whoever changed it and on
 * whatever day. What is shown of one rider is never shown beside another.
 */
export function useCard(personId: string | null): CardDesk {
  const { api, onFault } = useScreen();
  const { feed } = useDesk();
  const [held, setHeld] = useState<{ card: HouseholdCard | null; fault: ApiFault | null }>(NOTHING);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is chosen again is asked for again, not shown as before.
  useEffect(() => setHeld(NOTHING), [personId]);
  const { reader } = feed;
  useEffect(() => reader?.watchCard(personId), [reader, personId]);
  const told = feed.state.card;
  const read = held.card?.person.id === personId ? held.card?.ridesStamp : undefined;
  // With every answer of the feed: a card that could not be read again in between is asked for once more.
  useEffect(() => {
    if (told?.personId === personId && read !== undefined && told?.stamp !== read) reload();
  }, [told, personId, read, reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    if (personId === null) return;
    let isGone = false;
    api.card(personId).then(
      (card) => {
        if (!isGone) setHeld({ card, fault: null });
      },
      (cause: unknown) => {
        // What is known of the rider stays in sight, and what is being done in it.
        if (!isGone) setHeld((before) => ({ card: before.card, fault: asFault(cause) }));
        onFault(cause);
      },
    );
    return () => {
      isGone = true;
    };
  }, [api, personId, onFault, round]);
  if (personId === null) return { card: null, fault: null, reload };
  const isOfPerson = held.card?.person.id === personId;
  return { card: isOfPerson ? held.card : null, fault: held.fault, reload };
}

const NOTHING = { card: null, fault: null };
