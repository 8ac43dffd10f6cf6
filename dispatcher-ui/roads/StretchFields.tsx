import { type ReactNode, useMemo } from 'react';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { ComboField } from '../../screen-kit/parts/ComboField.tsx';
import { FieldError } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import type { MapShapes } from '../../screen-kit/transport/mapShapes.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { CLOSURE_KINDS, type ClosureDraft, type ClosureField } from '../store/closureDraft.ts';
import { findRoads, listRoads, type RoadName } from '../store/roadNames.ts';
import { EndField } from './EndField.tsx';

const texts = {
  kind: { ja: '閉じる所', en: 'What is closed' },
  part: { ja: '道路の区間', en: 'Part of a road' },
  road: { ja: '道路の全部', en: 'A whole road' },
  around: { ja: '場所のまわり', en: 'Around a place' },
  area: { ja: '地図で囲む', en: 'Draw on the map' },
  ref: { ja: '道路の番号', en: 'Road number' },
  refHint: { ja: '例 252、R49、国道121号', en: 'Such as 252 or R49' },
  noRoad: {
    ja: 'この番号の道路は地図にありません。番号を確かめてください。',
    en: 'No road of this number on the map. Check the number.',
  },
  end0: { ja: 'ここから', en: 'From' },
  end1: { ja: 'ここまで', en: 'To' },
  pressHint: {
    ja: '区間の端は、場所の名前で選ぶか、地図を押して決めます。',
    en: 'Set the ends by a place’s name, or press on the map.',
  },
  centre: { ja: '中心', en: 'Place' },
  radius: { ja: '広さ', en: 'How far' },
  ringHint: {
    ja: (count: number) => `地図を順に押して囲みます。いま ${count}か所。`,
    en: (count: number) => `Press on the map around the area. ${count} points so far.`,
  },
  dropLast: { ja: '最後の点を消す', en: 'Remove last point' },
  clear: { ja: '囲みを消す', en: 'Clear' },
};

const RADII = [
  { value: '300', text: '300 m' },
  { value: '500', text: '500 m' },
  { value: '1000', text: '1 km' },
  { value: '2000', text: '2 km' },
] as const;

export interface StretchFieldsProps {
  readonly draft: ClosureDraft;
  readonly onChange: (part: Partial<ClosureDraft>) => void;
  readonly errorOf: (field: ClosureField) => string | null;
  /** The base map's roads, whose numbers are offered; null while they load. */
  readonly roads: MapShapes | null;
}

/** Which road, which part of it, or which area. */
export function StretchFields(props: StretchFieldsProps): ReactNode {
  const t = useWords(texts);
  const { draft, onChange, errorOf } = props;
  return (
    <>
      <ChoiceField
        label={t.kind}
        value={draft.kind}
        choices={CLOSURE_KINDS.map((value) => ({ value, text: t[value] }))}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === 'road' || draft.kind === 'part' ? <RefField {...props} /> : null}
      {draft.kind === 'part' ? (
        <>
          <p className="fieldHint">{t.pressHint}</p>
          {([0, 1] as const).map((i) => (
            <EndField
              key={i}
              label={i === 0 ? t.end0 : t.end1}
              place={draft.ends[i]}
              onChange={(place) =>
                onChange({ ends: i === 0 ? [place, draft.ends[1]] : [draft.ends[0], place] })
              }
              error={errorOf(i === 0 ? 'end0' : 'end1')}
            />
          ))}
        </>
      ) : null}
      {draft.kind === 'around' ? (
        <>
          <EndField
            label={t.centre}
            place={draft.centre}
            onChange={(centre) => onChange({ centre })}
            error={errorOf('centre')}
          />
          <ChoiceField
            label={t.radius}
            value={String(draft.radiusMetres)}
            choices={RADII}
            onChange={(radius) => onChange({ radiusMetres: Number(radius) })}
          />
        </>
      ) : null}
      {draft.kind === 'area' ? <RingField {...props} /> : null}
    </>
  );
}

function RefField({ draft, onChange, errorOf, roads }: StretchFieldsProps): ReactNode {
  const t = useWords(texts);
  const names = useMemo(() => listRoads(roads), [roads]);
  const chosen = names.find(({ ref }) => ref === draft.ref) ?? null;
  return (
    <ComboField<RoadName>
      label={t.ref}
      hint={t.refHint}
      text={draft.ref}
      onText={(ref) => onChange({ ref })}
      chosen={chosen}
      onChoose={(road) => (road ? onChange({ ref: road.ref }) : undefined)}
      find={async (text) => findRoads(names, text)}
      keyOf={({ ref }) => ref}
      textOf={({ ref }) => ref}
      render={({ ref, name }) => (
        <>
          <span className="comboMain">{ref}</span> <span className="comboSide">{name}</span>
        </>
      )}
      nothingText={t.noRoad}
      error={errorOf('ref')}
    />
  );
}

function RingField({ draft, onChange, errorOf }: StretchFieldsProps): ReactNode {
  const t = useWords(texts);
  return (
    <div className="field">
      <p className="fieldHint figures" aria-live="polite">
        {t.ringHint(draft.ring.length)}
      </p>
      {draft.ring.length > 0 ? (
        <div className="roadActions">
          <WorkButton look="quiet" onPress={() => onChange({ ring: draft.ring.slice(0, -1) })}>
            {t.dropLast}
          </WorkButton>
          <WorkButton look="quiet" onPress={() => onChange({ ring: [] })}>
            {t.clear}
          </WorkButton>
        </div>
      ) : null}
      <FieldError text={errorOf('ring')} />
    </div>
  );
}
