import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { RoleName, SessionView, SystemView } from '../../backend/contract/index.ts';
import { FaultNotice, LoadingNote } from '../parts/notices.tsx';
import { createServerClock } from '../store/serverClock.ts';
import type { Api } from '../transport/api.ts';
import { ApiFault, asFault } from '../transport/apiFault.ts';
import { useWords } from '../words/words.ts';
import { SignInForm } from './SignInForm.tsx';
import { type Screen, ScreenContext } from './screenContext.ts';
import { WrongDoor } from './WrongDoor.tsx';

const texts = {
  signedOut: {
    ja: 'もう一度サインインしてください。入力の途中だったものは残っています。',
    en: 'Please sign in again. What you were typing is still here.',
  },
};

const SYSTEM_EVERY_MS = 60_000;
const BOOT_RETRY_MS = 3_000;

export interface ScreenRootProps {
  readonly api: Api;
  readonly title: string;
  /** Roles that may use this screen. */
  readonly roles: readonly RoleName[];
  /** Shown in place of the sign-in, told what to do with a session that it comes to. */
  readonly signInInstead?: ((enter: (session: SessionView) => void, system: SystemView) => ReactNode) | null;
  /** A further way in, below the sign-in. */
  readonly belowSignIn?: ReactNode;
  readonly children: ReactNode;
}

/** Asks the server who and what it is, signs people in, and gives the rest of the screen its `Screen`. */
export function ScreenRoot(props: ScreenRootProps): ReactNode {
  const { api, roles } = props;
  const t = useWords(texts);
  const [system, setSystem] = useState<SystemView | null>(null);
  const [session, setSession] = useState<SessionView | null | undefined>(undefined);
  const [note, setNote] = useState<'signedOut' | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);

  const boot = useCallback(async () => {
    try {
      const [nextSystem, nextSession] = await Promise.all([api.system(), api.session()]);
      setSystem(nextSystem);
      setSession(nextSession);
      setFault(null);
    } catch (cause) {
      setFault(asFault(cause));
    }
  }, [api]);

  useEffect(() => {
    void boot();
  }, [boot]);

  useEffect(() => {
    if (!fault) return;
    const timer = setInterval(() => void boot(), BOOT_RETRY_MS);
    return () => clearInterval(timer);
  }, [fault, boot]);

  useEffect(() => {
    // A failed look-up changes nothing: the clock goes on by itself and the feed says when the server is away.
    const timer = setInterval(() => void api.system().then(setSystem, () => undefined), SYSTEM_EVERY_MS);
    return () => clearInterval(timer);
  }, [api]);

  useEffect(() => {
    document.title = props.title;
  }, [props.title]);

  const clock = useMemo(() => (system ? createServerClock(system, () => performance.now()) : null), [system]);

  const signOut = useCallback(async () => {
    await api.signOut().catch(() => undefined);
    setNote(null);
    setSession(null);
  }, [api]);

  const leave = useCallback(() => {
    setNote('signedOut');
    setSession(null);
  }, []);

  const onFault = useCallback(
    (cause: unknown) => {
      if (cause instanceof ApiFault && cause.status === 401) leave();
    },
    [leave],
  );

  useEffect(() => api.onSignedOut(leave), [api, leave]);

  const screen = useMemo<Screen | null>(
    () => (system && session && clock ? { api, system, session, clock, signOut, onFault } : null),
    [api, system, session, clock, signOut, onFault],
  );

  if (!system || session === undefined) {
    return fault ? (
      <main className="signIn">
        <h1>{props.title}</h1>
        <FaultNotice fault={fault} onRetry={boot} />
      </main>
    ) : (
      <LoadingNote />
    );
  }
  if (!screen || !roles.includes(screen.session.role)) {
    if (props.signInInstead && !screen) return props.signInInstead(setSession, system);
    const why = screen ? (
      <WrongDoor displayName={screen.session.displayName} role={screen.session.role} />
    ) : note ? (
      <p className="signInNote">{t[note]}</p>
    ) : null;
    return (
      <SignInForm
        system={system}
        title={props.title}
        roles={roles}
        note={why}
        below={props.belowSignIn}
        onSignIn={async (login, secret) => {
          setSession(await api.signIn(login, secret));
          setNote(null);
        }}
      />
    );
  }
  return <ScreenContext.Provider value={screen}>{props.children}</ScreenContext.Provider>;
}
