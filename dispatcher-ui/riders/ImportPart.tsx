import { type ReactNode, useState } from 'react';
import type { ColumnMappingView, ImportRowView, ImportView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { isLost } from '../outbox/isLost.ts';
import { ALL_NEW } from '../store/importChoice.ts';
import { DoneImports } from './DoneImports.tsx';
import { ImportChecked } from './ImportChecked.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportFile } from './ImportFile.tsx';
import { useFollow } from './useFollow.ts';

const texts = {
  title: { ja: '名簿の取り込み', en: 'Import a list of riders' },
  check: { ja: '試しに調べる', en: 'Check without importing' },
  checkHint: { ja: 'まだ何も書き込みません。', en: 'Nothing is written yet.' },
  progress: {
    ja: (done: number, all: number) => `調べています ${done} / ${all}行`,
    en: (done: number, all: number) => `Checking ${done} of ${all} rows`,
  },
  slow: {
    ja: 'まだサーバーから返事がありません。遅れているか、つながっていません。調べは続いていることがあります。返事がありしだい、ここに出します。何も書き込んでいません。',
    en: 'No answer from the server yet: it is slow, or cannot be reached. The check may be going on; what it says appears here. Nothing is written.',
  },
  slowRun: {
    ja: 'まだサーバーから返事がありません。遅れているか、つながっていません。取り込みは続いていることがあります。終わりしだい、ここに出します。',
    en: 'No answer from the server yet: it is slow, or cannot be reached. The import may be going on; its end appears here.',
  },
  stop: { ja: 'やめる', en: 'Stop' },
  stopped: { ja: 'やめました。もう一度調べられます。', en: 'Stopped. You can check again.' },
  failed: {
    ja: '途中で調べられなくなりました。もう一度お試しください。',
    en: 'The check broke off. Try again.',
  },
  imported: {
    ja: (count: number) => `${count}人を取り込みました。`,
    en: (count: number) => `${count} riders imported.`,
  },
  other: { ja: '別のファイルにする', en: 'Another file' },
};

/** A list of riders from a file: columns, a dry run with errors in words, the import, and taking it back. */
export function ImportPart(): ReactNode {
  const t = useWords(texts);
  const { api } = useScreen();
  const [view, setView] = useState<ImportView | null>(null);
  const [mapping, setMapping] = useState<ColumnMappingView>({});
  const { fault, attempt, forget } = useAttempt();
  const [choice, setChoice] = useState(ALL_NEW);
  const [told, setTold] = useState('');
  const [doneCount, setDoneCount] = useState(0);
  /** What was asked for without an answer. */
  const [asked, setAsked] = useState<'check' | 'run' | null>(null);

  /** Does a step; what is wrong is said, and what is on the screen stays. */
  async function act(work: () => Promise<void>): Promise<void> {
    setTold('');
    await attempt(work);
  }

  /** A step whose answer may be lost: whether it was done is asked until it is known. */
  const actAndAsk = (step: 'check' | 'run', work: () => Promise<void>) =>
    act(async () => {
      try {
        await work();
      } catch (cause) {
        if (isLost(asFault(cause))) setAsked(step);
        throw cause;
      }
    });

  const open = (file: File) =>
    act(async () => {
      const opened = await api.openImport(file);
      setView(opened);
      setMapping(opened.mapping);
      setChoice(ALL_NEW);
    });
  const id = view?.id ?? '';
  const isChecking = view !== null && (view.state === 'checking' || asked === 'check');
  const isRunning = view !== null && asked === 'run';

  async function look(): Promise<void> {
    const done = isRunning ? (await api.imports()).imports.find((each) => each.id === id) : undefined;
    if (done) {
      imported(done.count);
      return;
    }
    const found = await api.readImport(id);
    // An import that is under way is not among those that are done yet.
    if (isRunning && found.state === 'imported') return;
    // An import that was not done may be pressed again, as its fault says.
    if (!isRunning) forget();
    setAsked(null);
    setView(found);
  }
  const lookFault = useFollow(isChecking || isRunning ? `${id} ${asked}` : null, look);
  const isSlow = lookFault ? isLost(lookFault) : asked !== null;

  function imported(count: number): void {
    forget();
    setAsked(null);
    setView(null);
    setTold(t.imported(count));
    setDoneCount((before) => before + 1);
  }

  const mend = (row: number, cells: readonly string[]) =>
    act(async () => setView(await api.mendImportRow(id, row, cells)));
  async function errors(): Promise<readonly ImportRowView[] | null> {
    let rows: readonly ImportRowView[] | null = null;
    await act(async () => {
      rows = (await api.importErrors(id)).rows;
    });
    return rows;
  }
  const run = (rows: readonly number[]) =>
    actAndAsk('run', async () => imported((await api.runImport(id, rows, false)).count));

  return (
    <section className="ridersCard ridersWide" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p role="status" className="ridersSaved">
        {told}
      </p>
      <FaultNotice fault={isSlow || fault?.field === 'file' ? null : (fault ?? lookFault)} />
      {isSlow ? (
        <p className="unsentNotice" role="status">
          {isRunning ? t.slowRun : t.slow}
        </p>
      ) : null}
      {view === null ? (
        <ImportFile fault={fault} onChoose={open} />
      ) : (
        <>
          <p>
            <strong>{view.fileName}</strong>{' '}
            <WorkButton
              look="quiet"
              onPress={() => {
                setAsked(null);
                setView(null);
              }}
            >
              {t.other}
            </WorkButton>
          </p>
          {isChecking ? (
            <div className="importProgress">
              <p role="status">{t.progress(view.done, view.rowCount)}</p>
              <progress
                value={view.done}
                max={view.rowCount}
                aria-label={t.progress(view.done, view.rowCount)}
              />
              <WorkButton
                onPress={() =>
                  act(async () => {
                    setView(await api.cancelImport(id));
                    setAsked(null);
                  })
                }
              >
                {t.stop}
              </WorkButton>
            </div>
          ) : (
            <div className="riderActions">
              <WorkButton
                look={view.state === 'checked' ? 'plain' : 'main'}
                onPress={() => actAndAsk('check', async () => setView(await api.checkImport(id, mapping)))}
              >
                {t.check}
              </WorkButton>
              <span className="fieldHint">{t.checkHint}</span>
            </div>
          )}
          <ImportColumns view={view} mapping={mapping} isLocked={isChecking} onChange={setMapping} />
          {view.state === 'cancelled' ? <p role="status">{t.stopped}</p> : null}
          {view.state === 'failed' ? <p role="alert">{t.failed}</p> : null}
          {view.state === 'checked' && !isChecking ? (
            <ImportChecked
              view={view}
              choice={choice}
              onChoice={setChoice}
              onMend={mend}
              onErrors={errors}
              onRun={run}
              isRunning={isRunning}
            />
          ) : null}
        </>
      )}
      <DoneImports doneCount={doneCount} onRollBack={() => setTold('')} />
    </section>
  );
}
