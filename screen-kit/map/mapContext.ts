import type { Layer, Map as LeafletMap } from 'leaflet';
import { createContext, useContext, useEffect } from 'react';

export const MapContext = createContext<LeafletMap | null>(null);

/** The map around this layer. Throws outside a `RegionMap`. */
export function useMap(): LeafletMap {
  const map = useContext(MapContext);
  if (!map) throw new Error('a map layer needs a RegionMap around it');
  return map;
}

/** Keeps one Leaflet layer on the map for as long as `layer` is the same object; null shows nothing. */
export function useLayer(layer: Layer | null): void {
  const map = useMap();
  useEffect(() => {
    if (!layer) return;
    layer.addTo(map);
    return () => void layer.remove();
  }, [map, layer]);
}
