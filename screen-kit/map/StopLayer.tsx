import { layerGroup, marker } from 'leaflet';
import { type ReactNode, useMemo } from 'react';
import { textIcon } from './BaseLayers.tsx';
import { useLayer } from './mapContext.ts';

/** A place on the map with a short text: the number of a stop, or what happens there to the selected ride. */
export interface MapStop {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly text: string;
  readonly kind: 'stop' | 'pickup' | 'dropoff';
}

export function StopLayer({ stops }: { stops: readonly MapStop[] }): ReactNode {
  const layer = useMemo(
    () =>
      layerGroup(
        stops.map((stop) =>
          marker([stop.lat, stop.lon], {
            icon: textIcon(`mapStop mapStop-${stop.kind}`, stop.text),
            pane: 'stops',
            interactive: false,
            keyboard: false,
          }),
        ),
      ),
    [stops],
  );
  useLayer(layer);
  return null;
}
