import { type ReactNode, useEffect, useState } from 'react';
import { LoadingNote } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { SignInForm } from '../../screen-kit/session/SignInForm.tsx';
import { WrongDoor } from '../../screen-kit/session/WrongDoor.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import type { DriverStation } from '../device/stationState.ts';
import { DayScreen } from './DayScreen.tsx';
import { useStation } from './useStation.ts';
import { texts } from './words.ts';

/** Which screen: the day where one is known, else the sign-in. */
export function DriverApp({ station }: { station: DriverStation }): ReactNode {
  const t = useWords(texts);
  const state = useStation(station);
  const [wantsSignIn, setWantsSignIn] = useState(false);
  useEffect(() => {
    document.title = t.title;
  }, [t]);

  if (state.phase === 'starting') return <LoadingNote />;
  const isDriver = state.account === null || state.account.role === 'driver';
  if (state.phase === 'signedIn' && isDriver && !(wantsSignIn && state.needsSignIn)) {
    return <DayScreen station={station} state={state} onSignIn={() => setWantsSignIn(true)} />;
  }
  if (state.system === null) {
    return (
      <main className="nothingToShow">
        <h1>{t.title}</h1>
        <p>{t.nothingYet}</p>
        <WorkButton look="main" onPress={station.refresh}>
          {t.signInNow}
        </WorkButton>
      </main>
    );
  }
  return (
    <SignInForm
      system={state.system}
      title={t.title}
      roles={['driver']}
      note={isDriver || !state.account ? null : <WrongDoor {...state.account} />}
      onSignIn={async (login, secret) => {
        await station.signIn(login, secret);
        setWantsSignIn(false);
      }}
    />
  );
}

/** Shown in a second window: two would send the same day twice. */
export function OtherWindow(): ReactNode {
  const t = useWords(texts);
  return (
    <main className="nothingToShow">
      <h1>{t.title}</h1>
      <p>{t.otherWindow}</p>
    </main>
  );
}
