import { type ReactNode, useEffect, useState } from 'react';
import type { FeedStatus } from '../store/feedReader.ts';
import type { ApiFault } from '../transport/apiFault.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { useInSight } from './useInSight.ts';
import { WorkButton } from './WorkButton.tsx';
import './notices.css';

const texts = {
  trial: {
    ja: '試用中です。お客様・電話番号・予約はすべて架空のものです。本当の運行には使えません。',
    en: 'Trial. All riders, numbers and bookings are invented. Not for real service.',
  },
  trialLabel: { ja: 'お知らせ', en: 'Notice' },
  waiting: { ja: '接続します', en: 'Connecting' },
  connected: { ja: '接続中', en: 'Connected' },
  stale: { ja: '更新の遅れ', en: 'Updates late' },
  offline: { ja: '接続なし', en: 'Offline' },
  retry: { ja: 'もう一度試す', en: 'Try again' },
  loading: { ja: '読み込んでいます…', en: 'Loading…' },
};

/** Says on every screen that nothing here is real. Shows nothing outside trial mode. */
export function TrialBanner({ isTrial }: { isTrial: boolean }): ReactNode {
  const t = useWords(texts);
  return isTrial ? (
    <section className="trialBanner" aria-label={t.trialLabel}>
      {t.trial}
    </section>
  ) : null;
}

const connectionShapes: Record<FeedStatus, string> = {
  waiting: '◌',
  connected: '●',
  stale: '▲',
  offline: '✕',
};

/** How fresh the screen is, in a word and a shape; a change is read out. */
export function ConnectionNotice({ status }: { status: FeedStatus }): ReactNode {
  const t = useWords(texts);
  return (
    <span className={`connection connection-${status}`} role="status">
      <span className="connectionShape" aria-hidden="true">
        {connectionShapes[status]}
      </span>
      <span className="connectionWord">{t[status]}</span>
    </span>
  );
}

/** What went wrong and what to do, in words, with a way to try again where there is one. */
export function FaultNotice(props: {
  fault: ApiFault | null;
  onRetry?: () => void | Promise<void>;
}): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const notice = useInSight<HTMLDivElement>(props.fault);
  if (!props.fault) return null;
  return (
    <div ref={notice} className="faultNotice" role="alert">
      <p className="faultWords">
        <strong>{props.fault.sentence[language]}</strong> {props.fault.action[language]}
      </p>
      {props.onRetry ? <WorkButton onPress={props.onRetry}>{t.retry}</WorkButton> : null}
    </div>
  );
}

/**
 * Says that something is being loaded, but only when it takes longer than 300 ms.
 * @param text what takes its time, and how to stop it, where that is worth saying
 */
export function LoadingNote({ text }: { text?: string }): ReactNode {
  const t = useWords(texts);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="stateNote" role="status">
      {isLong ? (text ?? t.loading) : ''}
    </p>
  );
}

/** What to say where a list has nothing in it. */
export function EmptyNote({ children }: { children: ReactNode }): ReactNode {
  return <p className="stateNote">{children}</p>;
}
