import { useEffect, useState } from 'react';
import type { MapLayer } from '../../backend/contract/index.ts';
import { useScreen } from '../session/screenContext.ts';
import { type ApiFault, asFault } from '../transport/apiFault.ts';
import type { MapShapes } from '../transport/mapShapes.ts';

/** The base map's layers as they come in; null for those that have not. */
export interface LoadedLayers {
  readonly shapes: Readonly<Record<MapLayer, MapShapes | null>>;
  /** The first fault met; the other layers are shown all the same. */
  readonly fault: ApiFault | null;
}

const NAMES: readonly MapLayer[] = ['municipalities', 'water', 'rail', 'roads'];
const NOTHING: LoadedLayers = {
  shapes: { municipalities: null, roads: null, water: null, rail: null },
  fault: null,
};

/** Loads the base map, each layer by itself. */
export function useMapLayers(): LoadedLayers {
  const { api } = useScreen();
  const [loaded, setLoaded] = useState(NOTHING);
  useEffect(() => {
    let isGone = false;
    for (const name of NAMES) {
      api.mapLayer(name).then(
        (layer) => {
          if (!isGone) setLoaded((all) => ({ ...all, shapes: { ...all.shapes, [name]: layer } }));
        },
        (cause: unknown) => {
          if (!isGone) setLoaded((all) => ({ ...all, fault: all.fault ?? asFault(cause) }));
        },
      );
    }
    return () => {
      isGone = true;
    };
  }, [api]);
  return loaded;
}
