import { circleMarker, type LeafletMouseEvent, layerGroup, polygon, polyline } from 'leaflet';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useLayer, useMap } from '../../screen-kit/map/mapContext.ts';
import { paneCanvas } from '../../screen-kit/map/RegionMap.tsx';
import type { MapPoint } from '../store/closureDraft.ts';

/** A closed part of a road on the map. */
export interface ClosedLine {
  readonly line: readonly MapPoint[];
  /** Closed at this moment; the others are drawn lighter. */
  readonly holdsNow: boolean;
  readonly isSelected: boolean;
}

const latLng = ([lon, lat]: MapPoint): [number, number] => [lat, lon];

/** Closed roads: a black band with red dashes, so that they are told from roads by shape and not by colour alone. */
export function ClosureLayer({ lines }: { lines: readonly ClosedLine[] }): ReactNode {
  const layer = useMemo(() => {
    const renderer = paneCanvas('tours');
    const usual = { renderer, pane: 'tours', interactive: false, lineCap: 'butt' } as const;
    return layerGroup(
      lines.flatMap(({ line, holdsNow, isSelected }) => {
        const points = line.map(latLng);
        const weight = isSelected ? 9 : 6;
        return [
          ...(isSelected ? [polyline(points, { ...usual, color: '#ffd43d', weight: 15 })] : []),
          polyline(points, { ...usual, color: holdsNow ? '#1a1a1a' : '#767676', weight }),
          polyline(points, {
            ...usual,
            color: holdsNow ? '#ff7171' : '#ffffff',
            weight: weight - 3,
            dashArray: '8 8',
          }),
        ];
      }),
    );
  }, [lines]);
  useLayer(layer);
  return null;
}

/** What is being entered: the ends of a stretch, or the corners of an area. */
export function DraftLayer(props: { points: readonly MapPoint[]; isArea: boolean }): ReactNode {
  const { points, isArea } = props;
  const layer = useMemo(() => {
    const usual = { renderer: paneCanvas('stops'), pane: 'stops', interactive: false } as const;
    const style = { ...usual, color: '#ce0000', weight: 2, dashArray: '4 4' };
    const places = points.map(latLng);
    const shape = isArea && places.length > 2 ? polygon(places, { ...style, fillOpacity: 0.15 }) : null;
    const line = isArea && places.length === 2 ? polyline(places, style) : null;
    const dots = isArea && places.length > 12 ? [] : places;
    return layerGroup([
      ...(shape ? [shape] : []),
      ...(line ? [line] : []),
      ...dots.map((place) =>
        circleMarker(place, { ...usual, radius: 7, color: '#ffffff', fillColor: '#ce0000', fillOpacity: 1 }),
      ),
    ]);
  }, [points, isArea]);
  useLayer(layer);
  return null;
}

/** Tells where the map is pressed, [lon, lat] to about a metre. */
export function MapPress({ onPress }: { onPress: (point: MapPoint) => void }): ReactNode {
  const map = useMap();
  const current = useRef(onPress);
  current.current = onPress;
  useEffect(() => {
    const press = ({ latlng }: LeafletMouseEvent) =>
      current.current([Number(latlng.lng.toFixed(5)), Number(latlng.lat.toFixed(5))]);
    map.on('click', press);
    return () => void map.off('click', press);
  }, [map]);
  return null;
}
