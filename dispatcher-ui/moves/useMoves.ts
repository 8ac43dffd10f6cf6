import { useCallback, useEffect, useRef, useState } from 'react';
import type { MovesAnswer } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

/** The vehicles of the day for one ride. */
export interface LoadedMoves {
  /** Null while it is being found out, or could not be. */
  readonly moves: MovesAnswer | null;
  readonly fault: ApiFault | null;
  /** Asks anew. */
  readonly look: () => void;
}

/** Asks what it would mean to move a ride; whoever leaves in between stops the question. */
export function useMoves(rideId: string): LoadedMoves {
  const { api, onFault } = useScreen();
  const [moves, setMoves] = useState<MovesAnswer | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const asking = useRef<AbortController>(undefined);

  const look = useCallback(() => {
    asking.current?.abort();
    const stop = new AbortController();
    asking.current = stop;
    setMoves(null);
    setFault(null);
    api.moves(rideId, stop.signal).then(
      (answer) => {
        if (!stop.signal.aborted) setMoves(answer);
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return;
        setFault(asFault(cause));
        onFault(cause);
      },
    );
  }, [api, rideId, onFault]);

  useEffect(() => {
    look();
    return () => asking.current?.abort();
  }, [look]);

  return { moves, fault, look };
}
