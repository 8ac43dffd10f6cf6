import { type FormEvent, type ReactNode, useState } from 'react';
import type { InvitationCheck, SessionView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import type { Api } from '../../screen-kit/transport/api.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { Say } from '../page/Say.tsx';
import { proxyTexts } from './proxyWords.ts';

export interface JoinPageProps {
  readonly api: Api;
  /** The account that is signed in gets one more rider; otherwise one is made. */
  readonly isSignedIn: boolean;
  readonly onJoined: (session: SessionView) => void;
  readonly onStop: () => void;
}

/** A code from the desk, then a user name and a password of one's own. */
export function JoinPage({ api, isSignedIn, onJoined, onStop }: JoinPageProps): ReactNode {
  const t = useWords(proxyTexts);
  const language = useLanguage();
  const [code, setCode] = useState('');
  const [login, setLogin] = useState('');
  const [secret, setSecret] = useState('');
  const [whose, setWhose] = useState<InvitationCheck | null>(null);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const problem = fault?.kind === 'refused' ? fault.problem : null;
  const saidOf = (field: string) => (problem?.field === field ? adviceText(problem, language) : null);
  const needsLogin = whose !== null && whose.login === null && !isSignedIn;
  const needsSecret = whose !== null && !isSignedIn;

  async function go(): Promise<void> {
    if (whose === null) {
      const found = await api.checkInvitation(code);
      setWhose(found);
      setTried(false);
      return;
    }
    onJoined(await api.acceptInvitation({ code, own: isSignedIn ? null : { login, secret } }));
  }

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    setTried(true);
    setFault(null);
    if (code.trim() === '' || (needsLogin && login.trim() === '') || (needsSecret && secret === '')) return;
    setBusy(true);
    await go().catch((cause: unknown) => setFault(asFault(cause)));
    setBusy(false);
  }

  return (
    <div className="booking">
      <h1 className="question">
        <Say>{t.joinTitle}</Say>
      </h1>
      <form className="joinForm" onSubmit={submit} noValidate>
        <TextField
          label={t.code}
          inputMode="numeric"
          value={code}
          maxLength={40}
          onChange={(text) => {
            setCode(text);
            setWhose(null);
          }}
          error={isTried && code.trim() === '' ? t.codeMissing : saidOf('code')}
        />
        <div role="status">
          {whose === null ? null : (
            <p className="joinWhose">
              <Say>{t.becomes(whose.proxyName, whose.riderName)}</Say>{' '}
              {whose.login !== null && !isSignedIn ? <Say>{t.newSecret(whose.login)}</Say> : null}
            </p>
          )}
        </div>
        {needsLogin ? (
          <TextField
            label={t.login}
            hint={t.loginHint}
            value={login}
            maxLength={40}
            autoComplete="username"
            onChange={setLogin}
            error={isTried && login.trim() === '' ? t.loginMissing : saidOf('login')}
          />
        ) : null}
        {needsSecret ? (
          <TextField
            label={t.secret}
            hint={t.secretHint}
            type="password"
            value={secret}
            maxLength={100}
            autoComplete="new-password"
            onChange={setSecret}
            error={isTried && secret === '' ? t.secretMissing : saidOf('secret')}
          />
        ) : null}
        <FaultNotice fault={problem?.field ? null : fault} />
        <WorkButton look="main" type="submit" isBusy={isBusy}>
          <Say>{whose === null ? t.next : t.join}</Say>
        </WorkButton>
        <WorkButton look="quiet" onPress={onStop}>
          <Say>{t.back}</Say>
        </WorkButton>
      </form>
    </div>
  );
}
