import { useCallback, useState } from 'react';
import { type ApiFault, asFault } from '../transport/apiFault.ts';
import { useScreen } from './screenContext.ts';

/** Something a person does, and why it failed. */
export interface Attempt {
  /** Why the last attempt failed; null: it did not, or the next one is under way. */
  readonly fault: ApiFault | null;
  /** Does it; answers whether it was done. */
  readonly attempt: (work: () => Promise<unknown>) => Promise<boolean>;
  /** What failed is of no matter any more. */
  readonly forget: () => void;
}

/** Attempts, one after the other, what the server may refuse or not answer. */
export function useAttempt(): Attempt {
  const { onFault } = useScreen();
  const [fault, setFault] = useState<ApiFault | null>(null);
  const attempt = useCallback(
    async (work: () => Promise<unknown>) => {
      setFault(null);
      try {
        await work();
        return true;
      } catch (cause) {
        setFault(asFault(cause));
        onFault(cause);
        return false;
      }
    },
    [onFault],
  );
  const forget = useCallback(() => setFault(null), []);
  return { fault, attempt, forget };
}
