import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DoneImportView, RollbackAnswer } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { birthYearText, dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { personName } from '../booking/PersonField.tsx';
import { useLanding } from './useLanding.ts';

const texts = {
  title: { ja: '取り込んだ名簿', en: 'Imported lists' },
  none: { ja: 'まだ取り込んでいません。', en: 'Nothing imported yet.' },
  line: {
    ja: (name: string, count: number) => `${name} ${count}人`,
    en: (name: string, count: number) => `${name}, ${count} riders`,
  },
  undo: { ja: '取り込みを取り消す', en: 'Take back' },
  undone: { ja: '取り消し済み', en: 'Taken back' },
  sure: {
    ja: (count: number) =>
      `この名簿で登録した${count}人を台帳から消します。予約のある方と、あとで内容を変えた方は残ります。`,
    en: (count: number) =>
      `Removes the ${count} riders of this list from the register. Who has booked or was changed since stays.`,
  },
  back: { ja: 'やめる', en: 'Cancel' },
  removed: {
    ja: (count: number) =>
      count === 0 ? '台帳からはだれも消していません。' : `${count}人を台帳から消しました。`,
    en: (count: number) => (count === 0 ? 'Nobody was removed.' : `${count} riders removed.`),
  },
  kept: {
    ja: (count: number) => `${count}人は残しました。予約のある方か、あとで内容を変えた方です。`,
    en: (count: number) => `${count} stay: they have booked, or were changed since.`,
  },
  keptList: { ja: '残した方', en: 'Riders who stay' },
};

export interface DoneImportsProps {
  /** Imports done since the page was opened: the list is read again after each. */
  readonly doneCount: number;
  /** One is being taken back: what was said about imports before is over. */
  readonly onRollBack: () => void;
}

/** What was imported; taking one back says first whom it concerns. */
export function DoneImports({ doneCount, onRollBack }: DoneImportsProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const look = useLookAgain(api.imports, null);
  const { fault, attempt } = useAttempt();
  const [asked, setAsked] = useState<DoneImportView | null>(null);
  const [result, setResult] = useState<RollbackAnswer | null>(null);
  const imports = look.answer?.imports ?? null;
  const { refresh } = look;
  const landAt = useLanding(look.answer);
  const said = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (doneCount > 0) void refresh();
  }, [refresh, doneCount]);

  async function rollBack(id: string): Promise<void> {
    setResult(null);
    onRollBack();
    await attempt(async () => setResult(await api.rollBackImport(id)));
    setAsked(null);
    landAt(() => said.current);
    await refresh();
  }

  return (
    <>
      <h2>{t.title}</h2>
      <FaultNotice fault={look.fault} onRetry={refresh} />
      <FaultNotice fault={fault} />
      <div ref={said} tabIndex={-1} className="importTakenBack">
        <p role="status" className="ridersSaved">
          {result ? t.removed(result.removed) : ''}
          {result && result.kept.length > 0 ? ` ${t.kept(result.kept.length)}` : ''}
        </p>
        {result && result.kept.length > 0 ? <KeptRiders people={result.kept} /> : null}
      </div>
      {imports === null && !look.fault ? <LoadingNote /> : null}
      {imports?.length === 0 ? <EmptyNote>{t.none}</EmptyNote> : null}
      <ul className="ridersList">
        {(imports ?? []).map((one) => (
          <li key={one.id}>
            <span className="figures">
              {dayText(one.importedAt.slice(0, 10), language)} {t.line(one.fileName, one.count)}
            </span>
            {one.isRolledBack ? (
              <span className="comboSide">{t.undone}</span>
            ) : (
              <WorkButton onPress={() => setAsked(one)}>{t.undo}</WorkButton>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        title={t.undo}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        actions={
          <>
            <WorkButton onPress={() => setAsked(null)}>{t.back}</WorkButton>
            <WorkButton look="danger" onPress={() => (asked ? rollBack(asked.id) : undefined)}>
              {t.undo}
            </WorkButton>
          </>
        }
      >
        <p>{asked ? t.sure(asked.count) : ''}</p>
      </Dialog>
    </>
  );
}

/** Who stays, told apart as at the desk; a long list scrolls by itself. */
function KeptRiders({ people }: { people: RollbackAnswer['kept'] }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="keptRiders" aria-label={t.keptList} tabIndex={0}>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            {personName(person)}{' '}
            <span className="comboSide figures">
              {birthYearText(person.birthYear, language)}・{person.hamlet}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
