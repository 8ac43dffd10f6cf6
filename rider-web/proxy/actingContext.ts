import { createContext, useContext } from 'react';
import type { ActedFor } from '../../backend/contract/index.ts';

/** The rider for whom the page acts, and the way to another one. */
export interface Acting {
  readonly person: ActedFor;
  readonly chooseAnother: () => void;
}

export const ActingContext = createContext<Acting | null>(null);

/** Null while somebody acts for themselves. */
export function useActing(): Acting | null {
  return useContext(ActingContext);
}
