import type { ReactNode } from 'react';
import { useWords } from '../../screen-kit/words/words.ts';
import { Say } from '../page/Say.tsx';
import { withoutRuby } from '../store/ruby.ts';
import { useActing } from './actingContext.ts';
import { proxyTexts } from './proxyWords.ts';

/** For whom the page acts, in sight on every screen while it scrolls. */
export function ActingBanner(): ReactNode {
  const t = useWords(proxyTexts);
  const acting = useActing();
  if (!acting) return null;
  return (
    <section className="actingBanner" aria-label={withoutRuby(t.heading)}>
      <strong>
        <Say>{t.actingFor(acting.person.name)}</Say>
      </strong>
      <button type="button" className="button" onClick={acting.chooseAnother}>
        <Say>{t.another}</Say>
      </button>
    </section>
  );
}
