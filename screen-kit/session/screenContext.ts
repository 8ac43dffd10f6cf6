import { createContext, useContext } from 'react';
import type { SessionView, SystemView } from '../../backend/contract/index.ts';
import type { ServerClock } from '../store/serverClock.ts';
import type { Api } from '../transport/api.ts';

/** What every part of a signed-in screen may use. */
export interface Screen {
  readonly api: Api;
  readonly system: SystemView;
  readonly session: SessionView;
  readonly clock: ServerClock;
  readonly signOut: () => Promise<void>;
  /** To be told of faults: an ended session brings the sign-in back. */
  readonly onFault: (cause: unknown) => void;
}

export const ScreenContext = createContext<Screen | null>(null);

/** Throws outside a signed-in screen. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error('useScreen needs a ScreenRoot around it');
  return screen;
}
