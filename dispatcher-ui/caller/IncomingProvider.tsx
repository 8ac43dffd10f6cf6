import type { ReactNode } from 'react';
import { IncomingContext } from './incomingContext.ts';
import { useTelephone } from './useTelephone.ts';

/** Listens to the telephones in every view of the desk. */
export function IncomingProvider({ children }: { children: ReactNode }): ReactNode {
  return <IncomingContext.Provider value={useTelephone()}>{children}</IncomingContext.Provider>;
}
