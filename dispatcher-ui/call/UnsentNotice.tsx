import type { ReactNode } from 'react';
import { useWords } from '../../screen-kit/words/words.ts';

const texts = {
  unsent: {
    ja: 'サーバーにつながりません。入力はこの端末に残っています。つながりしだい、この内容で送ります。',
    en: 'The server cannot be reached. What you typed is kept here and is sent as soon as it is back.',
  },
};

/** Says that an entry waits for the server. */
export function UnsentNotice(): ReactNode {
  const t = useWords(texts);
  return (
    <p className="unsentNotice" role="alert">
      {t.unsent}
    </p>
  );
}
