import type { ReactNode } from 'react';
import type { SessionView, SystemView } from '../../backend/contract/index.ts';
import { LanguageSwitch } from '../../screen-kit/parts/LanguageSwitch.tsx';
import type { Api } from '../../screen-kit/transport/api.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { goTo } from '../device/useAddress.ts';
import { Say } from '../page/Say.tsx';
import { texts } from '../page/words.ts';
import { JoinPage } from './JoinPage.tsx';

/** The way in for somebody who has a code and no account yet. */
export function SignedOutJoin(props: {
  api: Api;
  system: SystemView;
  onJoined: (session: SessionView) => void;
}): ReactNode {
  const t = useWords(texts);
  const phone = props.system.supportPhone;
  const leave = (): void => goTo('', 'replace');
  return (
    <div className="riderPage">
      <header className="riderTop">
        <p className="riderTopName">
          <Say>{t.heading}</Say>
        </p>
        <LanguageSwitch />
      </header>
      <main className="riderMain">
        <JoinPage
          api={props.api}
          isSignedIn={false}
          onJoined={(session) => {
            leave();
            props.onJoined(session);
          }}
          onStop={leave}
        />
      </main>
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
