import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../screen-kit/parts/LanguageSwitch.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { setRuby, useRuby } from '../device/rubyChoice.ts';
import { ActingBanner } from '../proxy/ActingBanner.tsx';
import { Say } from './Say.tsx';
import { texts } from './words.ts';

export interface FrameProps {
  readonly heading: string;
  /** Number to call, shown at the foot of every screen. */
  readonly phone: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** What every screen has: who, the switches, and the telephone number. */
export function Frame({ heading, phone, isWide, children }: FrameProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const isRubyOn = useRuby();
  const { session, system, signOut } = useScreen();
  return (
    <div className="riderPage">
      <header>
        {system.isTrial ? (
          <p className="trialBanner">
            <Say>{t.trial}</Say>
          </p>
        ) : null}
        <div className="riderTop">
          <p className="riderTopName">
            <Say>{heading}</Say>{' '}
            <span className="riderTopWho">
              <Say>{session.role === 'clinic' ? session.displayName : t.hello(session.displayName)}</Say>
            </span>
          </p>
          <div className="riderTopSwitches">
            {language === 'ja' ? (
              <button
                type="button"
                className="button button-quiet"
                aria-pressed={isRubyOn}
                onClick={() => setRuby(!isRubyOn)}
              >
                {isRubyOn ? '✓ ' : ''}
                {t.ruby}
              </button>
            ) : null}
            <LanguageSwitch />
            <button type="button" className="button button-quiet" onClick={() => void signOut()}>
              {t.signOut}
            </button>
          </div>
        </div>
      </header>
      <ActingBanner />
      <main className={`riderMain ${isWide ? 'riderMain-wide' : ''}`}>{children}</main>
      <footer className="riderFoot">
        <a className="phoneLink figures" href={`tel:${phone}`}>
          <span aria-hidden="true">☎</span>
          <span>
            <Say>{t.callService}</Say> <span className="phoneNumber">{phone}</span>
          </span>
        </a>
      </footer>
    </div>
  );
}
