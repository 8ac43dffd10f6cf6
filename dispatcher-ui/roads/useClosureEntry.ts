import { useEffect, useRef, useState } from 'react';
import type { ClosureCheckView, ClosureInput, ClosureView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { newKey } from '../../screen-kit/transport/newKey.ts';
import type { ClosureDraft } from '../store/closureDraft.ts';

export interface ClosureEntryWork {
  /** What the draft as it stands would do; null until it was asked, or when the draft has changed since. */
  readonly checked: ClosureCheckView | null;
  readonly fault: ApiFault | null;
  readonly isWorking: boolean;
  readonly check: (input: ClosureInput) => Promise<void>;
  readonly close: (input: ClosureInput) => Promise<void>;
}

/** Asks what a closure would do and enters it; an answer to an older draft is not shown. */
export function useClosureEntry(
  draft: ClosureDraft,
  onClosed: (closure: ClosureView) => void,
): ClosureEntryWork {
  const { api, onFault } = useScreen();
  const [checked, setChecked] = useState<ClosureCheckView | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const [isWorking, setWorking] = useState(false);
  const key = useRef(newKey());
  const current = useRef(draft);
  current.current = draft;

  // biome-ignore lint/correctness/useExhaustiveDependencies: any change of the draft makes what is known about it old.
  useEffect(() => {
    key.current = newKey();
    setChecked(null);
    setFault(null);
  }, [draft]);

  async function work(act: () => Promise<void>): Promise<void> {
    setWorking(true);
    setFault(null);
    try {
      await act();
    } catch (cause) {
      const met = asFault(cause);
      // A refusal is the answer to its key; only a lost answer may be asked for again under the same one.
      if (met.kind === 'refused') key.current = newKey();
      setFault(met);
      onFault(cause);
    } finally {
      setWorking(false);
    }
  }

  return {
    checked,
    fault,
    isWorking,
    check: (input) =>
      work(async () => {
        const asked = current.current;
        const answer = await api.checkClosure(input);
        if (current.current === asked) setChecked(answer);
      }),
    close: (input) => work(async () => onClosed((await api.enterClosure(input, key.current)).closure)),
  };
}
