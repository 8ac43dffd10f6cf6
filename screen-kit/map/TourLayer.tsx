import { layerGroup, polyline } from 'leaflet';
import { type ReactNode, useMemo } from 'react';
import { useLayer } from './mapContext.ts';
import { paneCanvas } from './RegionMap.tsx';

/** The planned line of one shift. */
export interface MapTour {
  readonly id: string;
  /** [lon, lat] along the road. */
  readonly line: readonly (readonly [number, number])[];
  readonly isSelected: boolean;
}

/** Planned tours: all of them thin, the selected one strong and on top. */
export function TourLayer({ tours }: { tours: readonly MapTour[] }): ReactNode {
  const layer = useMemo(() => {
    const renderer = paneCanvas('tours');
    const order = [...tours].sort((a, b) => Number(a.isSelected) - Number(b.isSelected));
    return layerGroup(
      order.flatMap((tour) => {
        const points = tour.line.map(([lon, lat]) => [lat, lon] as [number, number]);
        const usual = { renderer, pane: 'tours', interactive: false };
        if (!tour.isSelected)
          return [polyline(points, { ...usual, color: '#4979f5', weight: 1.5, opacity: 0.35 })];
        return [
          polyline(points, { ...usual, color: '#ffffff', weight: 8, opacity: 0.9 }),
          polyline(points, { ...usual, color: '#0017c1', weight: 5 }),
        ];
      }),
    );
  }, [tours]);
  useLayer(layer);
  return null;
}
