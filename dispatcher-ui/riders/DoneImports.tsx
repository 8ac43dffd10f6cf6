import { type ReactNode, useEffect, useState } from 'react';
import type { DoneImportView, RollbackAnswer } from '../../backend/contract/index.ts';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { EmptyNote, FaultNotice, LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

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
    ja: (count: number) => `${count}人を台帳から消しました。`,
    en: (count: number) => `${count} riders removed.`,
  },
  kept: { ja: (names: string) => `残した方: ${names}`, en: (names: string) => `Kept: ${names}` },
};

/**
 * What was imported; taking one back says first whom it concerns.
 * @param doneCount imports done since the page was opened: the list is read again after each
 */
export function DoneImports({ doneCount }: { doneCount: number }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const look = useLookAgain(api.imports, null);
  const { fault, attempt } = useAttempt();
  const [asked, setAsked] = useState<DoneImportView | null>(null);
  const [result, setResult] = useState<RollbackAnswer | null>(null);
  const imports = look.answer?.imports ?? null;
  const { refresh } = look;

  useEffect(() => {
    if (doneCount > 0) void refresh();
  }, [refresh, doneCount]);

  async function rollBack(id: string): Promise<void> {
    setResult(null);
    await attempt(async () => setResult(await api.rollBackImport(id)));
    setAsked(null);
    await refresh();
  }

  return (
    <>
      <h2>{t.title}</h2>
      <FaultNotice fault={look.fault} onRetry={refresh} />
      <FaultNotice fault={fault} />
      <p role="status">
        {result
          ? [
              t.removed(result.removed),
              result.kept.length > 0
                ? t.kept(result.kept.map((one) => `${one.familyName} ${one.givenName}`).join('、'))
                : '',
            ].join(' ')
          : ''}
      </p>
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
