import { useEffect, useState } from 'react';
import type { RegionView } from '../../backend/contract/index.ts';
import { useScreen } from '../session/screenContext.ts';
import { useAgainWhileAway } from '../session/useAgainWhileAway.ts';
import { type ApiFault, asFault } from '../transport/apiFault.ts';

/** The region that a map shows; null until it is read. */
export interface MapRegion {
  readonly region: RegionView | null;
  readonly fault: ApiFault | null;
}

/** Reads the region, again by itself while the server is away. */
export function useMapRegion(): MapRegion {
  const { api } = useScreen();
  const [read, setRead] = useState<MapRegion>({ region: null, fault: null });
  const round = useAgainWhileAway(read.fault);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let isGone = false;
    api.region().then(
      (region) => {
        if (!isGone) setRead({ region, fault: null });
      },
      (cause: unknown) => {
        if (!isGone) setRead({ region: null, fault: asFault(cause) });
      },
    );
    return () => {
      isGone = true;
    };
  }, [api, round]);
  return read;
}
