import { type Dispatch, type SetStateAction, useCallback, useEffect, useState } from 'react';
import { loadKept, writeKept } from './keptDraft.ts';

/** What is typed into a form. */
export interface KeptDraft<Draft> {
  readonly draft: Draft;
  readonly setDraft: Dispatch<SetStateAction<Draft>>;
  /** It is sent or given up: nothing of it stays on this device. */
  readonly forget: () => void;
}

/**
 * Keeps on this device what is typed into a form, so that it stands there again after a reload or when the form is opened
 * the next time.
 * @param name whose draft about what it is
 * @param empty as the form begins; of that nothing is kept
 */
export function useKeptDraft<Draft extends object>(name: string, empty: Draft): KeptDraft<Draft> {
  const [draft, setDraft] = useState<Draft>(() => loadKept(name, empty));
  const isUntouched = JSON.stringify(draft) === JSON.stringify(empty);
  useEffect(() => writeKept(name, isUntouched ? null : draft), [name, draft, isUntouched]);
  const forget = useCallback(() => writeKept(name, null), [name]);
  return { draft, setDraft, forget };
}
