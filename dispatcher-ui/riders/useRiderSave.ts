import { useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { type Sending, useSending } from '../outbox/useSending.ts';
import { entryOf, type RiderDraft } from '../store/riderDraft.ts';

export interface RiderSave extends Omit<Sending, 'send'> {
  /** The rider as another desk saved them meanwhile; null: nobody did. */
  readonly theirs: PersonView | null;
  readonly setTheirs: (person: PersonView | null) => void;
  /** @param revision the version that was changed; null: a new rider */
  readonly save: (wanted: RiderDraft, revision: number | null) => Promise<void>;
}

/**
 * Sends a rider's entry, and sends it again under the same key when the server is back.
 * @param person who is changed; null: a new rider
 * @param draft what is typed
 */
export function useRiderSave(
  person: PersonView | null,
  draft: RiderDraft,
  told: { readonly onSaved: (person: PersonView) => void; readonly onRefused: () => void },
): RiderSave {
  const { api } = useScreen();
  const [theirs, setTheirs] = useState<PersonView | null>(null);
  const { send, ...sending } = useSending(draft);

  async function save(wanted: RiderDraft, revision: number | null): Promise<void> {
    const entry = entryOf(wanted, person);
    await send(async (key) => {
      try {
        told.onSaved(
          person && revision !== null
            ? await api.changeRider(person.id, { ...entry, revision }, key)
            : await api.addRider(entry, key),
        );
      } catch (cause) {
        const isStale = asFault(cause).code === 'staleVersion';
        if (person && isStale) setTheirs(await api.person(person.id).catch(() => null));
        told.onRefused();
        throw cause;
      }
    }, wanted);
  }

  return { ...sending, theirs, setTheirs, save };
}
