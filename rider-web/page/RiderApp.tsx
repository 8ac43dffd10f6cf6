import type { ReactNode } from 'react';
import { ScreenRoot } from '../../screen-kit/session/ScreenRoot.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import type { Api } from '../../screen-kit/transport/api.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { ClinicPage } from '../clinic/ClinicPage.tsx';
import { goTo, useAddress } from '../device/useAddress.ts';
import { OwnPages } from '../proxy/OwnPages.tsx';
import { proxyTexts } from '../proxy/proxyWords.ts';
import { SignedOutJoin } from '../proxy/SignedOutJoin.tsx';
import { Say } from './Say.tsx';
import { texts } from './words.ts';

/** Riders see their own rides, proxies those of whom they act for; a clinic's reception sees its patients'. */
export function RiderApp({ api }: { api: Api }): ReactNode {
  const t = useWords(texts);
  const proxy = useWords(proxyTexts);
  const address = useAddress();
  return (
    <ScreenRoot
      api={api}
      title={t.title}
      roles={['rider', 'proxy', 'clinic']}
      signInInstead={
        address === 'join'
          ? (enter, system) => <SignedOutJoin api={api} system={system} onJoined={enter} />
          : null
      }
      belowSignIn={
        <p className="joinLink">
          <button type="button" className="button button-quiet" onClick={() => goTo('join')}>
            <Say>{proxy.haveCode}</Say>
          </button>
        </p>
      }
    >
      <PageOfRole />
    </ScreenRoot>
  );
}

function PageOfRole(): ReactNode {
  const { session } = useScreen();
  if (session.role === 'clinic') return <ClinicPage />;
  return <OwnPages key={session.accountId} />;
}
