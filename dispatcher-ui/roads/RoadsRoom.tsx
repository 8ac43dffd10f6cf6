import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ClosureCheckView, ClosureView, RegionView } from '../../backend/contract/index.ts';
import { MunicipalityLayer, RailLayer, RoadLayer, WaterLayer } from '../../screen-kit/map/BaseLayers.tsx';
import { FitView } from '../../screen-kit/map/FitView.tsx';
import { RegionMap } from '../../screen-kit/map/RegionMap.tsx';
import { type LoadedLayers, useMapLayers } from '../../screen-kit/map/useMapLayers.ts';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import {
  type ClosureDraft,
  type ClosurePlace,
  circleAround,
  emptyClosure,
  type MapPoint,
} from '../store/closureDraft.ts';
import { ClosureForm } from './ClosureForm.tsx';
import { type ClosedLine, ClosureLayer, DraftLayer, MapPress } from './ClosureLayer.tsx';
import { ClosureList } from './ClosureList.tsx';
import { loadClosure, saveClosure } from './closureStorage.ts';
import { useClosures } from './useClosures.ts';
import './roads.css';

const texts = {
  closures: { ja: '通行止め', en: 'Closed roads' },
  enter: { ja: '通行止めを入れる', en: 'Close a road' },
  map: { ja: '道路の地図', en: 'Map of roads' },
  pressed: { ja: '地図で押した所', en: 'Point on the map' },
};

/** Closed roads: what is closed, entering a closure, and the map that shows both. */
export default function RoadsRoom(): ReactNode {
  const t = useWords(texts);
  const { session } = useScreen();
  const today = useServerNow(10_000).day;
  const list = useClosures();
  const layers = useMapLayers();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [checked, setChecked] = useState<ClosureCheckView | null>(null);
  const [draft, setDraft] = useState<ClosureDraft>(() => loadClosure(session.accountId, today));
  const canChange = session.role === 'dispatcher' || session.role === 'administrator';

  useEffect(() => saveClosure(session.accountId, draft), [session.accountId, draft]);

  function closed(closure: ClosureView): void {
    setDraft(emptyClosure(today));
    setSelectedId(closure.id);
    void list.refresh();
  }

  return (
    <div className="roadsRoom">
      <div className="roadsSide">
        <section aria-label={t.closures}>
          <h2 className="roadsTitle">{t.closures}</h2>
          <ClosureList
            closures={list.closures}
            fault={list.fault}
            selectedId={selectedId}
            onSelect={setSelectedId}
            onChanged={list.refresh}
            canChange={canChange}
          />
        </section>
        {canChange ? (
          <section aria-label={t.enter}>
            <h2 className="roadsTitle">{t.enter}</h2>
            <ClosureForm
              draft={draft}
              onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
              onClear={() => setDraft(emptyClosure(today))}
              onClosed={closed}
              roads={layers.shapes.roads}
              onChecked={setChecked}
            />
          </section>
        ) : null}
      </div>
      <RoadsMap
        layers={layers}
        closures={list.closures ?? []}
        checked={checked}
        selectedId={selectedId}
        draft={draft}
        onPress={canChange ? (point) => setDraft((before) => pressed(before, point, t.pressed)) : null}
      />
    </div>
  );
}

/** A press on the map sets what the form still lacks: the ends one after the other, the middle, or the next corner. */
function pressed(draft: ClosureDraft, point: MapPoint, text: string): ClosureDraft {
  const place: ClosurePlace = { text, at: point };
  if (draft.kind === 'area') return { ...draft, ring: [...draft.ring, point] };
  if (draft.kind === 'around') return { ...draft, centre: place };
  if (draft.kind === 'road') return draft;
  const [first, second] = draft.ends;
  return { ...draft, ends: first.at && !second.at ? [first, place] : [place, { text: '', at: null }] };
}

function RoadsMap(props: {
  layers: LoadedLayers;
  closures: readonly ClosureView[];
  checked: ClosureCheckView | null;
  selectedId: string | null;
  draft: ClosureDraft;
  onPress: ((point: MapPoint) => void) | null;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api, system } = useScreen();
  const [region, setRegion] = useState<RegionView | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  useEffect(() => {
    api.region().then(setRegion, (cause: unknown) => setFault(asFault(cause)));
  }, [api]);

  const { closures, checked, selectedId, draft, layers } = props;
  const lines = useMemo(() => closedLines(closures, checked, selectedId), [closures, checked, selectedId]);
  const points = useMemo(() => draftPoints(draft), [draft]);
  const selected = closures.find(({ id }) => id === selectedId);

  if (!region) return fault ? <FaultNotice fault={fault} /> : <LoadingNote />;
  return (
    <RegionMap bounds={region.bounds} label={t.map} credits={system.credits}>
      <MunicipalityLayer shapes={layers.shapes.municipalities} language={language} />
      <WaterLayer shapes={layers.shapes.water} />
      <RailLayer shapes={layers.shapes.rail} />
      <RoadLayer shapes={layers.shapes.roads} />
      <ClosureLayer lines={lines} />
      <DraftLayer points={points} isArea={draft.kind === 'area' || draft.kind === 'around'} />
      <FitView about={selectedId} points={selected?.lines.flat() ?? []} />
      <FitView about={checked ? 'checked' : null} points={checked?.lines.flat() ?? []} />
      {props.onPress ? <MapPress onPress={props.onPress} /> : null}
    </RegionMap>
  );
}

/** The closures that are, and the one being entered as the marked one. */
function closedLines(
  closures: readonly ClosureView[],
  checked: ClosureCheckView | null,
  selectedId: string | null,
): ClosedLine[] {
  const entered = closures.flatMap(({ id, holdsNow, lines }) =>
    lines.map((line) => ({ line, holdsNow, isSelected: id === selectedId })),
  );
  const asked = (checked?.lines ?? []).map((line) => ({ line, holdsNow: true, isSelected: true }));
  return [...entered, ...asked];
}

function draftPoints({ kind, ends, centre, ring, radiusMetres }: ClosureDraft): readonly MapPoint[] {
  if (kind === 'area') return ring;
  if (kind === 'around') return centre.at ? circleAround(centre.at, radiusMetres) : [];
  if (kind === 'road') return [];
  return ends.flatMap(({ at }) => (at ? [at] : []));
}
