import type { ReactNode } from 'react';
import { useInSight } from '../../screen-kit/parts/useInSight.ts';
import { useWords } from '../../screen-kit/words/words.ts';

const texts = {
  send: {
    ja: 'サーバーにつながりません。入力した内容は残っています。この画面を開いておくと、つながりしだい、この内容で送ります。',
    en: 'The server cannot be reached. What you typed is kept. Leave this open: it is sent as soon as the server is back.',
  },
  check: {
    ja: 'サーバーにつながりません。入力した内容は残っています。この画面を開いておくと、つながりしだい、この内容を調べます。',
    en: 'The server cannot be reached. What you typed is kept. Leave this open: it is checked as soon as the server is back.',
  },
  // English parts its sentences by a space.
  kept: {
    ja: '閉じると送りません。入力は、次に開いたときもそのままです。',
    en: ' Closed, it is not sent; what you typed is there when you open it again.',
  },
  lost: { ja: '閉じると送りません。', en: ' Closed, it is not sent.' },
};

export interface UnsentNoticeProps {
  /** What is done with it when the server is back: written, or only looked at. */
  readonly next?: 'send' | 'check';
  /** What becomes of what is typed when the form is closed before; not given where nothing is closed. */
  readonly closed?: 'kept' | 'lost';
}

/** Says that an entry waits for the server. */
export function UnsentNotice({ next = 'send', closed }: UnsentNoticeProps): ReactNode {
  const t = useWords(texts);
  const notice = useInSight<HTMLParagraphElement>(next);
  return (
    <p ref={notice} className="unsentNotice" role="alert">
      {t[next]}
      {closed ? t[closed] : null}
    </p>
  );
}
