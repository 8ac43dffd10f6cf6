import { type ReactNode, useEffect, useRef } from 'react';
import { useMap } from './mapContext.ts';

/** Brings points [lon, lat] into view whenever `about` changes; leaves the view alone otherwise. */
export function FitView(props: {
  about: string | null;
  points: readonly (readonly [number, number])[];
}): ReactNode {
  const map = useMap();
  const points = useRef(props.points);
  points.current = props.points;
  const { about } = props;
  useEffect(() => {
    if (about === null || points.current.length === 0) return;
    const places = points.current.map(([lon, lat]) => [lat, lon] as [number, number]);
    if (places.every((place) => map.getBounds().pad(-0.1).contains(place))) return;
    map.fitBounds(places, { padding: [48, 48], maxZoom: 13 });
  }, [map, about]);
  return null;
}
