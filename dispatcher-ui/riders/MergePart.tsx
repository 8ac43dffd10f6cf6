import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { PersonView } from '../../backend/contract/index.ts';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { listText } from '../../screen-kit/words/listText.ts';
import { birthYearText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useLanding } from './useLanding.ts';

const texts = {
  title: { ja: '同じ方かもしれない登録', en: 'Entries that may be one person' },
  none: { ja: '重複らしい登録はありません。', en: 'No entries look alike.' },
  keep: { ja: 'こちらを残して統合する', en: 'Keep this one and merge' },
  done: { ja: '統合したもの', en: 'Merged' },
  noneDone: { ja: '取り消せる統合はありません。', en: 'There is nothing to take back.' },
  undo: { ja: '統合を取り消す', en: 'Take back' },
  merged: {
    ja: (name: string, rides: number) => `${name} 様に統合しました。乗車 ${rides}件を移しました。`,
    en: (name: string, rides: number) => `Merged into ${name}; ${rides} rides moved.`,
  },
  undone: { ja: '統合を取り消しました。', en: 'The merge is taken back.' },
  into: {
    ja: (gone: string, kept: string, rides: number) => `${gone} → ${kept}（乗車 ${rides}件）`,
    en: (gone: string, kept: string, rides: number) => `${gone} → ${kept} (${rides} rides)`,
  },
  phone: { ja: '電話', en: 'Telephone' },
  hamlet: { ja: 'お住まい', en: 'Home' },
  note: { ja: '申し送り', en: 'Note' },
  birth: { ja: '生まれ', en: 'Born' },
};

/** What was done last. */
interface Told {
  readonly text: string;
  /** The merge that can be taken back right here; null: none was made. */
  readonly mergeId: string | null;
}

const NOTHING_TOLD: Told = { text: '', mergeId: null };

const nameOf = (person: PersonView): string => `${person.familyName} ${person.givenName}`;

/** Entries that may be one person, side by side, and what was merged; everything can be taken back. */
export function MergePart(): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const ask = useCallback(() => Promise.all([api.duplicates(), api.merges()]), [api]);
  const look = useLookAgain(ask, null);
  const landAt = useLanding(look.answer);
  const { fault, attempt } = useAttempt();
  const [told, setTold] = useState<Told>(NOTHING_TOLD);
  const bar = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [found, done] = look.answer ?? [null, null];

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
      return { text: t.merged(nameOf(merged.kept), merged.movedRides), mergeId: merged.id };
    }, pairIndex);
  const undo = (mergeId: string) =>
    act(async () => {
      await api.undoMerge(mergeId);
      return { text: t.undone, mergeId: null };
    }, null);

  return (
    <section className="ridersCard ridersWide" aria-label={t.title}>
      <h2>{t.title}</h2>
      <div className="mergeTold" ref={bar} tabIndex={-1}>
        <p role="status" className="ridersSaved">
          {told.text}
        </p>
        {told.mergeId === null ? null : <WorkButton onPress={() => undo(told.mergeId!)}>{t.undo}</WorkButton>}
        <FaultNotice fault={fault} />
      </div>
      <FaultNotice fault={look.fault} onRetry={look.refresh} />
      {found === null && !look.fault ? <LoadingNote /> : null}
      {found?.pairs.length === 0 ? <EmptyNote>{t.none}</EmptyNote> : null}
      <ul className="mergePairs" ref={list}>
        {(found?.pairs ?? []).map(({ people: [a, b] }, index) => (
          <li key={`${a.id} ${b.id}`} className="mergePair" tabIndex={-1}>
            <Entry person={a} other={b} onKeep={() => merge(a, b, index)} />
            <Entry person={b} other={a} onKeep={() => merge(b, a, index)} />
          </li>
        ))}
      </ul>
      <h2>{t.done}</h2>
      {done?.merges.length === 0 ? <EmptyNote>{t.noneDone}</EmptyNote> : null}
      <ul className="ridersList">
        {(done?.merges ?? []).map((one) => (
          <li key={one.id}>
            <span>{t.into(one.goneName, nameOf(one.kept), one.movedRides)}</span>
            <WorkButton onPress={() => undo(one.id)}>{t.undo}</WorkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One of the two; what differs from the other is marked by weight and a sign. */
function Entry(props: { person: PersonView; other: PersonView; onKeep: () => Promise<void> }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { person, other } = props;
  const yearText = (year: number) => (language === 'ja' ? birthYearText(year, language) : String(year));
  const facts: readonly (readonly [string, string, string])[] = [
    [t.birth, yearText(person.birthYear), yearText(other.birthYear)],
    [t.hamlet, person.hamlet, other.hamlet],
    [
      t.phone,
      listText([person.phone, ...person.otherPhones], language),
      listText([other.phone, ...other.otherPhones], language),
    ],
    [t.note, person.note ?? '', other.note ?? ''],
  ];
  return (
    <div className="mergeEntry">
      <p>
        <strong>{nameOf(person)}</strong>{' '}
        <span className="comboSide">
          {person.familyKana} {person.givenKana}
        </span>
      </p>
      <dl className="mergeFacts figures">
        {facts.map(([name, mine, theirs]) => (
          <div key={name} className={mine === theirs ? '' : 'mergeDiffers'}>
            <dt>{name}</dt>
            <dd>
              {mine === theirs ? null : <span aria-hidden="true">≠ </span>}
              {mine || '—'}
            </dd>
          </div>
        ))}
      </dl>
      <WorkButton
        onPress={props.onKeep}
        label={`${t.keep}: ${nameOf(person)} ${person.hamlet} ${person.phone}`}
      >
        {t.keep}
      </WorkButton>
    </div>
  );
}
