import { useState } from 'react';
import type { ClosureCheckView, ClosureInput, ClosureView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { useSending } from '../outbox/useSending.ts';
import type { ClosureDraft } from '../store/closureDraft.ts';

export interface ClosureEntryWork {
  /** What the draft as it stands would do; null until it was asked, or when the draft has changed since. */
  readonly checked: ClosureCheckView | null;
  readonly fault: ApiFault | null;
  /** What waits for the server. */
  readonly unsent: 'send' | 'check' | null;
  readonly isWorking: boolean;
  readonly check: (input: ClosureInput) => Promise<void>;
  readonly close: (input: ClosureInput) => Promise<void>;
}

/** Asks what a closure would do and enters it; an answer to an older draft is not shown. */
export function useClosureEntry(
  draft: ClosureDraft,
  onClosed: (closure: ClosureView, sent: ClosureDraft) => void,
): ClosureEntryWork {
  const { api } = useScreen();
  const [found, setFound] = useState<{ draft: ClosureDraft; answer: ClosureCheckView } | null>(null);
  const checking = useSending(draft);
  const closing = useSending(draft);
  return {
    checked: found?.draft === draft ? found.answer : null,
    fault: closing.fault ?? checking.fault,
    unsent: closing.isUnsent ? 'send' : checking.isUnsent ? 'check' : null,
    isWorking: checking.isSending || closing.isSending,
    check: (input) =>
      checking.send(async () => {
        setFound(null);
        setFound({ draft, answer: await api.checkClosure(input) });
      }),
    close: (input) =>
      closing.send(async (key) => onClosed((await api.enterClosure(input, key)).closure, draft)),
  };
}
