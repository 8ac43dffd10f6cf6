import {
  canvas,
  control,
  map as createMap,
  type LatLngBoundsExpression,
  type Map as LeafletMap,
} from 'leaflet';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SystemView } from '../../backend/contract/index.ts';
import 'leaflet/dist/leaflet.css';
import { useLanguage, useWords } from '../words/words.ts';
import { MapContext } from './mapContext.ts';
import { BASE_PANES, PANES, type PaneName } from './panes.ts';
import './map.css';

const texts = {
  zoomIn: { ja: '拡大する', en: 'Zoom in' },
  zoomOut: { ja: '縮小する', en: 'Zoom out' },
};

/** Below this zoom vehicles are signs only, because their names would cover each other and the map. */
const NAMES_FROM_ZOOM = 10.5;

export interface RegionMapProps {
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** What the map is called for those who cannot see it. */
  readonly label: string;
  /** Sources of what is drawn, as their licences ask. */
  readonly credits: SystemView['credits'];
  /** Layer components. */
  readonly children?: ReactNode;
}

/** A Leaflet map of the region without a tile server: its children draw the region's own data. */
export function RegionMap(props: RegionMapProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<LeafletMap | null>(null);
  const [west, south, east, north] = props.bounds;

  useEffect(() => {
    if (!place.current) return;
    const bounds: LatLngBoundsExpression = [
      [south, west],
      [north, east],
    ];
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const made = createMap(place.current, {
      preferCanvas: true,
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.25,
      minZoom: 7,
      maxZoom: 17,
      fadeAnimation: !isCalm,
      zoomAnimation: !isCalm,
      inertia: !isCalm,
    }).fitBounds(bounds);
    made.setMaxBounds(made.getBounds().pad(0.5));
    addPanes(made);
    const frame = place.current;
    const showScale = () => frame.classList.toggle('regionMapFar', made.getZoom() < NAMES_FROM_ZOOM);
    made.on('zoomend', showScale);
    showScale();
    const resize = new ResizeObserver(() => made.invalidateSize({ animate: false }));
    resize.observe(place.current);
    setMap(made);
    return () => {
      resize.disconnect();
      setMap(null);
      made.remove();
    };
  }, [west, south, east, north]);

  useEffect(() => {
    if (!map) return;
    const zoom = control.zoom({ zoomInTitle: t.zoomIn, zoomOutTitle: t.zoomOut }).addTo(map);
    const credits = control.attribution({ prefix: false });
    for (const credit of props.credits) credits.addAttribution(credit[language]);
    credits.addTo(map);
    return () => {
      zoom.remove();
      credits.remove();
    };
  }, [map, t, language, props.credits]);

  return (
    <section className="regionMap" aria-label={props.label}>
      <div ref={place} className="regionMapGround" />
      {map ? <MapContext.Provider value={map}>{props.children}</MapContext.Provider> : null}
    </section>
  );
}

function addPanes(map: LeafletMap): void {
  for (const [name, order] of Object.entries(PANES) as [PaneName, number][]) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(order);
    // A canvas takes the pointer for its whole area; the base map must let it through to what lies above and below.
    if (BASE_PANES.includes(name)) pane.style.pointerEvents = 'none';
  }
}

/** A canvas for the shapes of one pane. */
export function paneCanvas(pane: PaneName): ReturnType<typeof canvas> {
  return canvas({ pane, padding: 0.3 });
}
