import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import type { Language } from '../../screen-kit/words/language.ts';
import { listText } from '../../screen-kit/words/listText.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { personName } from '../booking/PersonField.tsx';
import { MergeEntry, placedName } from './MergeEntry.tsx';
import { useLanding } from './useLanding.ts';

const texts = {
  title: { ja: '同じ方かもしれない登録', en: 'Entries that may be one person' },
  none: { ja: '重複らしい登録はありません。', en: 'No entries look alike.' },
  done: { ja: '統合したもの', en: 'Merged' },
  noneDone: { ja: '取り消せる統合はありません。', en: 'There is nothing to take back.' },
  undo: { ja: '統合を取り消す', en: 'Take back' },
  merged: {
    ja: (name: string, rides: number) =>
      `${name} 様に統合しました。${rides === 0 ? '' : `乗車 ${rides}件を移しました。`}`,
    en: (name: string, rides: number) =>
      `Merged into ${name}${rides === 0 ? '' : `; ${rides === 1 ? '1 ride' : `${rides} rides`} moved`}.`,
  },
  undone: { ja: '統合を取り消しました。', en: 'The merge is taken back.' },
  notSame: { ja: '別の方です', en: 'Not the same person' },
  notSameOf: {
    ja: (name: string, other: string) => `別の方です: ${name}、${other}`,
    en: (name: string, other: string) => `Not the same person: ${name}, ${other}`,
  },
  noted: {
    ja: (name: string) => `${name} 様のお二人を、別の方としました。この一覧には出しません。`,
    en: (name: string) => `${name}: two people. They are not listed again.`,
  },
  distinct: { ja: '別の方としたもの', en: 'Said to be two people' },
  noneDistinct: { ja: '別の方としたものはありません。', en: 'Nobody was said to be two people.' },
  undoDistinct: { ja: '一覧に戻す', en: 'List again' },
  undoDistinctOf: {
    ja: (pair: string) => `一覧に戻す: ${pair}`,
    en: (pair: string) => `List again: ${pair}`,
  },
  relisted: { ja: '一覧に戻しました。', en: 'They are listed again.' },
  into: {
    ja: (gone: string, kept: string, rides: number) => `${gone} → ${kept}（乗車 ${rides}件）`,
    en: (gone: string, kept: string, rides: number) =>
      `${gone} → ${kept} (${rides === 1 ? '1 ride' : `${rides} rides`})`,
  },
};

/** What was done last. */
interface Told {
  readonly text: string;
  /** What can be taken back right here; null: nothing. */
  readonly undo: { readonly what: 'merge' | 'distinct'; readonly id: string } | null;
}

const NOTHING_TOLD: Told = { text: '', undo: null };

/** What tells namesakes apart, in a line. */
const factsOf = ({ birthYear, hamlet, phone }: PersonView, language: Language): string =>
  [birthYearText(birthYear, language), hamlet, phone].filter(Boolean).join('・');

/**
 * Entries that may be one person, side by side: merged, or said to be two people. What was merged or said; everything can
 * be taken back.
 */
export function MergePart(): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const ask = useCallback(() => Promise.all([api.duplicates(), api.merges(), api.distinct()]), [api]);
  const look = useLookAgain(ask, null);
  const landAt = useLanding(look.answer);
  const { fault, attempt } = useAttempt();
  const [told, setTold] = useState<Told>(NOTHING_TOLD);
  const bar = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [found, done, distinct] = look.answer ?? [null, null, null];

  /**
   * Does something to the register, says so, and reads again what is there now.
   * @param pairIndex the keyboard goes on at the pair that moves to this place; null: at what is said
   */
  async function act(work: () => Promise<Told>, pairIndex: number | null): Promise<void> {
    setTold(NOTHING_TOLD);
    await attempt(async () => setTold(await work()));
    landAt(() => (pairIndex === null ? null : list.current?.children[pairIndex]) ?? bar.current);
    await look.refresh();
  }
  const merge = (kept: PersonView, gone: PersonView, pairIndex: number) =>
    act(async () => {
      const wish = { revision: kept.revision, goneId: gone.id, goneRevision: gone.revision };
      const merged = await api.mergeRiders(kept.id, wish);
      return {
        text: t.merged(personName(merged.kept), merged.movedRides),
        undo: { what: 'merge', id: merged.id },
      };
    }, pairIndex);
  const undo = (mergeId: string) =>
    act(async () => {
      await api.undoMerge(mergeId);
      return { text: t.undone, undo: null };
    }, null);
  const notSame = (one: PersonView, other: PersonView, pairIndex: number) =>
    act(async () => {
      const { id } = await api.noteDistinct(one.id, other.id);
      return { text: t.noted(personName(one)), undo: { what: 'distinct', id } };
    }, pairIndex);
  const relist = (distinctId: string) =>
    act(async () => {
      await api.undoDistinct(distinctId);
      return { text: t.relisted, undo: null };
    }, null);

  return (
    <section className="ridersCard ridersWide" aria-label={t.title}>
      <h2>{t.title}</h2>
      <div className="mergeTold" ref={bar} tabIndex={-1}>
        <p role="status" className="ridersSaved">
          {told.text}
        </p>
        {told.undo?.what === 'merge' ? (
          <WorkButton onPress={() => undo(told.undo!.id)}>{t.undo}</WorkButton>
        ) : null}
        {told.undo?.what === 'distinct' ? (
          <WorkButton onPress={() => relist(told.undo!.id)}>{t.undoDistinct}</WorkButton>
        ) : null}
        <FaultNotice fault={fault} />
      </div>
      <FaultNotice fault={look.fault} onRetry={look.refresh} />
      {found === null && !look.fault ? <LoadingNote /> : null}
      {found?.pairs.length === 0 ? <EmptyNote>{t.none}</EmptyNote> : null}
      <ul className="mergePairs" ref={list}>
        {(found?.pairs ?? []).map(({ people: [a, b] }, index) => (
          <li key={`${a.id} ${b.id}`} className="mergePair" tabIndex={-1}>
            <MergeEntry person={a} other={b} onKeep={() => merge(a, b, index)} />
            <MergeEntry person={b} other={a} onKeep={() => merge(b, a, index)} />
            <div className="mergeNotSame">
              <WorkButton
                label={t.notSameOf(placedName(a), placedName(b))}
                onPress={() => notSame(a, b, index)}
              >
                {t.notSame}
              </WorkButton>
            </div>
          </li>
        ))}
      </ul>
      {done ? (
        <>
          <h2>{t.done}</h2>
          {done.merges.length === 0 ? <EmptyNote>{t.noneDone}</EmptyNote> : null}
          <ul className="ridersList">
            {done.merges.map((one) => (
              <li key={one.id}>
                <span>{t.into(one.goneName, personName(one.kept), one.movedRides)}</span>
                <WorkButton onPress={() => undo(one.id)}>{t.undo}</WorkButton>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {distinct ? (
        <>
          <h2>{t.distinct}</h2>
          {distinct.pairs.length === 0 ? <EmptyNote>{t.noneDistinct}</EmptyNote> : null}
          <ul className="ridersList">
            {distinct.pairs.map(({ id, people: [a, b] }) => {
              const pair = listText([factsOf(a, language), factsOf(b, language)], language);
              return (
                <li key={id}>
                  <span className="figures">
                    <strong>{personName(a)}</strong> {pair}
                  </span>
                  <WorkButton label={t.undoDistinctOf(`${personName(a)} ${pair}`)} onPress={() => relist(id)}>
                    {t.undoDistinct}
                  </WorkButton>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </section>
  );
}
