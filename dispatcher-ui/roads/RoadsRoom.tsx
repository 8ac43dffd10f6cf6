import { type ReactNode, useState } from 'react';
import type { ClosureCheckView, ClosureView } from '../../backend/contract/index.ts';
import { useMapLayers } from '../../screen-kit/map/useMapLayers.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useKeptDraft } from '../../screen-kit/session/useKeptDraft.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { PartSwitch } from '../frame/PartSwitch.tsx';
import { type ClosureDraft, emptyClosure, pressed } from '../store/closureDraft.ts';
import { ClosureForm } from './ClosureForm.tsx';
import { ClosureList } from './ClosureList.tsx';
import { LearningPart } from './LearningPart.tsx';
import { RoadsMap } from './RoadsMap.tsx';
import { RoadsStateNote } from './RoadsStateNote.tsx';
import { SeasonsPart } from './SeasonsPart.tsx';
import './roads.css';

const texts = {
  parts: { ja: '道路のこと', en: 'About roads' },
  closures: { ja: '通行止め', en: 'Closed roads' },
  seasons: { ja: '雪と季節', en: 'Snow and seasons' },
  learning: { ja: '走った時間から', en: 'From the street' },
  enter: { ja: '通行止めを入れる', en: 'Close a road' },
  pressed: { ja: '地図で押した所', en: 'Point on the map' },
};

const PARTS = ['closures', 'seasons', 'learning'] as const;
type Part = (typeof PARTS)[number];

/** The roads: what is closed, what slows them, what the street teaches; and the map that shows what is closed. */
export default function RoadsRoom(): ReactNode {
  const t = useWords(texts);
  const { api, session } = useScreen();
  const today = useServerNow(10_000).day;
  const list = useLookAgain(api.closures);
  const layers = useMapLayers();
  const [part, setPart] = useState<Part>('closures');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [checked, setChecked] = useState<ClosureCheckView | null>(null);
  const { draft, setDraft } = useKeptDraft(`closure.${session.accountId}`, emptyClosure(today));
  const mayPlan = session.role === 'dispatcher' || session.role === 'administrator';
  const isDesk = mayPlan || session.role === 'operator';
  const closures = list.answer?.closures ?? null;

  function closed(closure: ClosureView, sent: ClosureDraft): void {
    setDraft((before) => (before === sent ? emptyClosure(today) : before));
    setSelectedId(closure.id);
    void list.refresh();
  }

  return (
    <div className="roadsRoom">
      <div className="roadsSide">
        {isDesk ? <RoadsStateNote /> : null}
        <PartSwitch
          label={t.parts}
          parts={PARTS.filter((each) => each !== 'learning' || isDesk)}
          shown={part}
          textOf={(each) => t[each]}
          onShow={setPart}
        />
        {part === 'seasons' ? <SeasonsPart canChange={mayPlan} /> : null}
        {part === 'learning' ? <LearningPart canChange={mayPlan} /> : null}
        {part === 'closures' ? (
          <>
            <section aria-label={t.closures}>
              <ClosureList
                closures={closures}
                fault={list.fault}
                selectedId={selectedId}
                onSelect={setSelectedId}
                onChanged={list.refresh}
                canChange={mayPlan}
              />
            </section>
            {mayPlan ? (
              <section aria-label={t.enter}>
                <h2 className="roadsTitle">{t.enter}</h2>
                <ClosureForm
                  draft={draft}
                  onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
                  onClear={() => setDraft(emptyClosure(today))}
                  onClosed={closed}
                  roads={layers.shapes.roads}
                  onChecked={setChecked}
                />
              </section>
            ) : null}
          </>
        ) : null}
      </div>
      <RoadsMap
        layers={layers}
        closures={closures ?? []}
        checked={checked}
        selectedId={selectedId}
        draft={draft}
        onPress={
          mayPlan && part === 'closures'
            ? (point) => setDraft((before) => pressed(before, point, t.pressed))
            : null
        }
      />
    </div>
  );
}
