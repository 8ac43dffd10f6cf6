import { type ReactNode, useState } from 'react';
import type { SeasonView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useKeptDraft } from '../../screen-kit/session/useKeptDraft.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { listText } from '../../screen-kit/words/listText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { draftOfSeason, emptySeason } from '../store/seasonDraft.ts';
import { roadClassTexts } from './roadClassTexts.ts';
import { SeasonForm } from './SeasonForm.tsx';

const texts = {
  title: { ja: '雪と季節', en: 'Snow and seasons' },
  enter: { ja: '季節の遅れを入れる', en: 'Enter a season' },
  change: { ja: (name: string) => `「${name}」を直す`, en: (name: string) => `Change “${name}”` },
  none: {
    ja: '季節の遅れは入っていません。いつも道路データどおりの速さで計画します。',
    en: 'No seasons. Plans use the speeds of the road data all year.',
  },
  now: { ja: 'いま当てはまる', en: 'Holds now' },
  later: { ja: 'いまは当てはまらない', en: 'Not now' },
  percent: {
    ja: (percent: number) => `いつもの${percent}％の速さ`,
    en: (percent: number) => `${percent} % of the usual speed`,
  },
  allRoads: { ja: 'すべての道', en: 'all roads' },
  above: { ja: (metres: number) => `標高${metres} m以上`, en: (metres: number) => `from ${metres} m up` },
  below: { ja: (metres: number) => `標高${metres} m未満`, en: (metres: number) => `below ${metres} m` },
  edit: { ja: '直す', en: 'Change' },
  end: { ja: 'やめる', en: 'End it' },
  ended: { ja: (name: string) => `「${name}」をやめました。`, en: (name: string) => `“${name}” has ended.` },
  again: { ja: 'もう一度入れる', en: 'Enter it again' },
};

/** Seasons that slow roads: those that stand, and a form for a new one or a change. */
export function SeasonsPart({ canChange }: { canChange: boolean }): ReactNode {
  const t = useWords(texts);
  const { api, session } = useScreen();
  const today = useServerNow(10_000).day;
  const list = useLookAgain(api.seasons);
  const { draft, setDraft } = useKeptDraft(`season.${session.accountId}`, emptySeason(today));
  const [ended, setEnded] = useState<SeasonView | null>(null);
  const { fault, attempt } = useAttempt();

  async function end(season: SeasonView): Promise<void> {
    if (await attempt(() => api.endSeason(season.id))) setEnded(season);
    await list.refresh();
  }

  function edit(season: SeasonView, isNew: boolean): void {
    const laid = draftOfSeason(season, today);
    setDraft(isNew ? { ...laid, id: null } : laid);
    setEnded(null);
  }

  const seasons = list.answer?.seasons ?? null;
  return (
    <>
      <section aria-label={t.title}>
        <FaultNotice fault={list.fault} onRetry={list.refresh} />
        <FaultNotice fault={fault} />
        {seasons === null && !list.fault ? <LoadingNote /> : null}
        {seasons?.length === 0 ? <EmptyNote>{t.none}</EmptyNote> : null}
        <ul className="closureList">
          {(seasons ?? []).map((season) => (
            <SeasonItem
              key={season.id}
              season={season}
              onEdit={canChange ? () => edit(season, false) : null}
              onEnd={() => end(season)}
            />
          ))}
        </ul>
        {ended ? (
          <p className="roadUndo" role="status">
            {t.ended(ended.name)}
            <WorkButton onPress={() => edit(ended, true)}>{t.again}</WorkButton>
          </p>
        ) : null}
      </section>
      {canChange ? (
        <section aria-label={t.enter}>
          <h2 className="roadsTitle">{draft.id === null ? t.enter : t.change(draft.name)}</h2>
          <SeasonForm
            draft={draft}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
            onClear={() => setDraft(emptySeason(today))}
            onSaved={(sent) => {
              setDraft((before) => (before === sent ? emptySeason(today) : before));
              setEnded(null);
              void list.refresh();
            }}
          />
        </section>
      ) : null}
    </>
  );
}

function SeasonItem(props: {
  season: SeasonView;
  onEdit: (() => void) | null;
  onEnd: () => Promise<void>;
}): ReactNode {
  const t = useWords(texts);
  const classWords = useWords(roadClassTexts);
  const language = useLanguage();
  const { season } = props;
  const facts = [
    season.classes?.map((each) => classWords[each]).join('・') ?? t.allRoads,
    season.aboveMetres === null ? '' : t.above(season.aboveMetres),
    season.belowMetres === null ? '' : t.below(season.belowMetres),
  ].filter((fact) => fact !== '');
  return (
    <li className="closureItem">
      <div className="closureHead">
        <strong>{season.name}</strong>
        <span className={season.holdsNow ? 'seasonNow' : 'closureSide'}>
          <span aria-hidden="true">{season.holdsNow ? '❄ ' : '○ '}</span>
          {season.holdsNow ? t.now : t.later}
        </span>
      </div>
      <p className="figures">{t.percent(Math.round(season.factor * 100))}</p>
      <p className="closureSide figures">{listText(facts, language)}</p>
      <p className="closureSide">{season.when[language]}</p>
      {props.onEdit ? (
        <div className="roadActions">
          <WorkButton look="quiet" onPress={props.onEdit} label={`${t.edit}: ${season.name}`}>
            {t.edit}
          </WorkButton>
          <WorkButton look="quiet" onPress={props.onEnd} label={`${t.end}: ${season.name}`}>
            {t.end}
          </WorkButton>
        </div>
      ) : null}
    </li>
  );
}
