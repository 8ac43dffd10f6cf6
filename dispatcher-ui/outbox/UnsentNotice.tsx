import type { ReactNode } from 'react';
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
};

/**
 * Says that an entry waits for the server.
 * @param next what is done with it when the server is back: written, or only looked at
 */
export function UnsentNotice({ next = 'send' }: { next?: 'send' | 'check' }): ReactNode {
  const t = useWords(texts);
  return (
    <p className="unsentNotice" role="alert">
      {t[next]}
    </p>
  );
}
