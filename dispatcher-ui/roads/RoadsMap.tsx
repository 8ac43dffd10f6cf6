import { type ReactNode, useMemo } from 'react';
import type { ClosureCheckView, ClosureView } from '../../backend/contract/index.ts';
import { MunicipalityLayer, RailLayer, RoadLayer, WaterLayer } from '../../screen-kit/map/BaseLayers.tsx';
import { FitView } from '../../screen-kit/map/FitView.tsx';
import { RegionMap } from '../../screen-kit/map/RegionMap.tsx';
import type { LoadedLayers } from '../../screen-kit/map/useMapLayers.ts';
import { useMapRegion } from '../../screen-kit/map/useMapRegion.ts';
import { FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { type ClosureDraft, draftPoints, type MapPoint } from '../store/closureDraft.ts';
import { type ClosedLine, ClosureLayer, DraftLayer, MapPress } from './ClosureLayer.tsx';

const texts = { map: { ja: '道路の地図', en: 'Map of roads' } };

/** The region's roads with what is closed, and what is being entered. */
export function RoadsMap(props: {
  layers: LoadedLayers;
  closures: readonly ClosureView[];
  checked: ClosureCheckView | null;
  selectedId: string | null;
  draft: ClosureDraft;
  onPress: ((point: MapPoint) => void) | null;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { system } = useScreen();
  const { region, fault } = useMapRegion();

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
