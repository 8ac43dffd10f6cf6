import type { ReactNode } from 'react';
import { setLanguage } from '../words/language.ts';
import { useLanguage } from '../words/words.ts';

/** Switches between Japanese and English; names the other language in that language. */
export function LanguageSwitch(): ReactNode {
  const other = useLanguage() === 'ja' ? 'en' : 'ja';
  return (
    <button type="button" className="button button-quiet" lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : '日本語'}
    </button>
  );
}
