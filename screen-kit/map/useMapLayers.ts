import { useEffect, useState } from 'react';
import type { MapLayer } from '../../backend/contract/index.ts';
import { useScreen } from '../session/screenContext.ts';
import { useAgainWhileAway } from '../session/useAgainWhileAway.ts';
import { type ApiFault, asFault } from '../transport/apiFault.ts';
import type { MapShapes } from '../transport/mapShapes.ts';

/** The base map's layers as they come in; null for those that have not. */
export interface LoadedLayers {
  readonly shapes: Readonly<Record<MapLayer, MapShapes | null>>;
  /** The last fault met; the other layers are shown all the same. */
  readonly fault: ApiFault | null;
}

const NAMES: readonly MapLayer[] = ['municipalities', 'water', 'rail', 'roads'];
const NOTHING: LoadedLayers = {
  shapes: { municipalities: null, roads: null, water: null, rail: null },
  fault: null,
};

/** Loads the base map, each layer by itself; those that were not read while the server was away again by itself. */
export function useMapLayers(): LoadedLayers {
  const { api } = useScreen();
  const [loaded, setLoaded] = useState(NOTHING);
  const round = useAgainWhileAway(loaded.fault);
  const { shapes } = loaded;
  const missing = NAMES.filter((name) => shapes[name] === null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again for what is missing then.
  useEffect(() => {
    let isGone = false;
    for (const name of missing) {
      api.mapLayer(name).then(
        (layer) => {
          if (!isGone) setLoaded((all) => ({ ...all, shapes: { ...all.shapes, [name]: layer } }));
        },
        (cause: unknown) => {
          if (!isGone) setLoaded((all) => ({ ...all, fault: asFault(cause) }));
        },
      );
    }
    return () => {
      isGone = true;
    };
  }, [api, round]);
  return missing.length > 0 ? loaded : { shapes, fault: null };
}
