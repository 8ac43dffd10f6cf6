import type { ReactNode } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLookAgain } from '../../screen-kit/session/useLookAgain.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  ready: { ja: '走行時間は最新です', en: 'Travel times are up to date' },
  away: {
    ja: '道路エンジンが応答しません。ご案内の時刻は概算になります。',
    en: 'The road engine does not answer. Times offered are estimates.',
  },
  progress: { ja: '走行時間の計算', en: 'Computing travel times' },
};

/** Do travel times follow what was entered, and how far are they? Nothing for accounts that may not ask. */
export function RoadsStateNote(): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { api } = useScreen();
  const { answer } = useLookAgain(api.roadsState, 3000);
  if (!answer) return null;
  const { matrices, sentence, areRoadsAnswering } = answer;
  const words = areRoadsAnswering ? (sentence?.[language] ?? t.ready) : t.away;
  const isFine = areRoadsAnswering && sentence === null;
  return (
    <div className={`roadsState ${isFine ? '' : 'roadsState-behind'}`} role="status">
      <span>
        <span aria-hidden="true">{isFine ? '● ' : '▲ '}</span>
        {words}
      </span>
      {matrices.isWorking ? <progress value={matrices.share} max={1} aria-label={t.progress} /> : null}
    </div>
  );
}
