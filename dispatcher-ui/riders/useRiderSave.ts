import { useRef, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import { useResend } from '../call/useResend.ts';
import { entryOf, type RiderDraft } from '../store/riderDraft.ts';

export interface RiderSave {
  readonly fault: ApiFault | null;
  readonly clearFault: () => void;
  /** The rider as another desk saved them meanwhile; null: nobody did. */
  readonly theirs: PersonView | null;
  readonly setTheirs: (person: PersonView | null) => void;
  /** The server gave no answer that counts; the entry goes out again by itself. */
  readonly isUnsent: boolean;
  /** @param revision the version that was changed; null: a new rider */
  readonly save: (wanted: RiderDraft, revision: number | null) => Promise<void>;
}

/**
 * Sends a rider's entry, and sends it again under the same key when the server is back.
 * @param person who is changed; null: a new rider
 * @param draft what is sent again
 */
export function useRiderSave(
  person: PersonView | null,
  draft: RiderDraft,
  told: { readonly onSaved: (person: PersonView) => void; readonly onRefused: () => void },
): RiderSave {
  const { api, onFault } = useScreen();
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [theirs, setTheirs] = useState<PersonView | null>(null);
  const key = useRef(newKey());

  async function save(wanted: RiderDraft, revision: number | null): Promise<void> {
    try {
      const entry = entryOf(wanted, person);
      const saved =
        person && revision !== null
          ? await api.changeRider(person.id, { ...entry, revision })
          : await api.addRider(entry, key.current);
      setFault(null);
      told.onSaved(saved);
    } catch (cause) {
      const found = asFault(cause);
      // A refused entry may be sent again in another form; only a lost answer must meet its own key.
      if (found.kind === 'refused') key.current = newKey();
      if (person && found.code === 'staleVersion') setTheirs(await api.person(person.id).catch(() => null));
      setFault(found);
      onFault(cause);
      told.onRefused();
    }
  }

  const isUnsent = useResend(fault, () => save(draft, person?.revision ?? null));

  return { fault, clearFault: () => setFault(null), theirs, setTheirs, isUnsent, save };
}
