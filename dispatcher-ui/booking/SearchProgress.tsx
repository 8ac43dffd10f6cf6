import type { ReactNode } from 'react';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { searchProgress, stoppedAsks } from '../store/callStage.ts';

const texts = {
  progress: {
    ja: (done: number, all: number) => `${all}日のうち ${done}日を調べました`,
    en: (done: number, all: number) => `${done} of ${all} dates searched`,
  },
  stop: { ja: '探すのを止める', en: 'Stop searching' },
  stopped: {
    ja: (count: number) => `${count}日は、まだ調べていません。見つかった日は残っています。`,
    en: (count: number) => `${count} dates are not searched yet. What was found stays.`,
  },
  resume: { ja: '続きを探す', en: 'Search the rest' },
};

/** How far the search for several dates has come, with a way to stop it and to go on. */
export function SearchProgress(): ReactNode {
  const t = useWords(texts);
  const { stage, stopSearch, resumeSearch } = useCall();
  const progress = searchProgress(stage);
  const isLong = progress !== null && progress.all > 1;
  const stopped = stoppedAsks(stage).length;
  useShortcuts([['Shift+F12', () => (isLong ? stopSearch() : stopped > 0 ? resumeSearch() : undefined)]]);
  if (!isLong && stopped === 0) return null;
  return (
    <div className="searchProgress">
      <p role="status" className="figures">
        {isLong ? t.progress(progress.done, progress.all) : t.stopped(stopped)}
      </p>
      {isLong ? (
        <>
          <progress
            max={progress.all}
            value={progress.done}
            aria-label={t.progress(progress.done, progress.all)}
          />
          <WorkButton shortcut="⇧F12" onPress={stopSearch}>
            {t.stop}
          </WorkButton>
        </>
      ) : (
        <WorkButton shortcut="⇧F12" onPress={resumeSearch}>
          {t.resume}
        </WorkButton>
      )}
    </div>
  );
}
