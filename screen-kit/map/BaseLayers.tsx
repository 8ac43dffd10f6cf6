import { divIcon, geoJSON, type Layer, layerGroup, marker, type PathOptions } from 'leaflet';
import { type ReactNode, useMemo } from 'react';
import type { MapShape, MapShapes } from '../transport/mapShapes.ts';
import type { Language } from '../words/language.ts';
import { townLabel } from '../words/townLabel.ts';
import { labelPoint } from './labelPoint.ts';
import { useLayer } from './mapContext.ts';
import type { PaneName } from './panes.ts';
import { paneCanvas } from './RegionMap.tsx';

interface ShapesProps {
  /** Null while the layer is being loaded. */
  readonly shapes: MapShapes | null;
}

type Style = (shape: MapShape) => PathOptions;

/** Shapes of one pane on their own canvas, without pointer events. */
function drawShapes(shapes: MapShapes, pane: PaneName, style: Style): Layer {
  return geoJSON(
    shapes as unknown as Parameters<typeof geoJSON>[0],
    {
      interactive: false,
      pane,
      renderer: paneCanvas(pane),
      style: (shape) => style(shape as unknown as MapShape),
      pointToLayer: () => layerGroup(),
    } as Parameters<typeof geoJSON>[1],
  );
}

function useShapes(shapes: MapShapes | null, pane: PaneName, style: Style): void {
  useLayer(useMemo(() => (shapes ? drawShapes(shapes, pane, style) : null), [shapes, pane, style]));
}

const outlineStyle: Style = () => ({
  color: '#8c8371',
  weight: 1.25,
  dashArray: '5 4',
  fillColor: '#fbfaf5',
  fillOpacity: 1,
});

/** Outlines of the municipalities, with their names. */
export function MunicipalityLayer({ shapes, language }: ShapesProps & { language: Language }): ReactNode {
  useShapes(shapes, 'ground', outlineStyle);
  const names = useMemo(() => {
    if (!shapes) return null;
    const labels = shapes.features.map((shape) => {
      const [lon, lat] = labelPoint(shape.geometry);
      const [name, nameEn] = [String(shape.properties?.name ?? ''), String(shape.properties?.nameEn ?? '')];
      return marker([lat, lon], {
        icon: textIcon('mapName', townLabel({ name, nameEn }, language)),
        pane: 'names',
        interactive: false,
        keyboard: false,
      });
    });
    return layerGroup(labels);
  }, [shapes, language]);
  useLayer(names);
  return null;
}

const waterStyle: Style = () => ({
  color: '#8fb4cf',
  weight: 1.25,
  fillColor: '#cfe2ee',
  fillOpacity: 1,
});

/** Lakes and rivers. */
export function WaterLayer({ shapes }: ShapesProps): ReactNode {
  useShapes(shapes, 'water', waterStyle);
  return null;
}

const railStyle: Style = () => ({ color: '#6b6b6b', weight: 2, dashArray: '7 5', fill: false });

/** Railway lines. */
export function RailLayer({ shapes }: ShapesProps): ReactNode {
  useShapes(shapes, 'rail', railStyle);
  return null;
}

const roadStyles: Readonly<Record<string, PathOptions>> = {
  motorway: { color: '#6f9a7a', weight: 3.5 },
  trunk: { color: '#d98f4e', weight: 2.75 },
  primary: { color: '#dfb25f', weight: 2 },
  secondary: { color: '#d8c48e', weight: 1.75 },
};

const roadStyle: Style = (shape) => ({
  fill: false,
  ...(roadStyles[String(shape.properties?.class)] ?? { color: '#d5d1c4', weight: 1 }),
});

/** Roads, wider and stronger the higher their class. */
export function RoadLayer({ shapes }: ShapesProps): ReactNode {
  useShapes(shapes, 'roads', roadStyle);
  return null;
}

/** An icon that is nothing but a text, set as text so that a name can never become markup. */
export function textIcon(className: string, text: string): ReturnType<typeof divIcon> {
  const label = document.createElement('span');
  label.textContent = text;
  return divIcon({ className, html: label, iconSize: [0, 0] });
}
