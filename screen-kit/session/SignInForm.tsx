import { type FormEvent, type ReactNode, useState } from 'react';
import type { RoleName, SystemView } from '../../backend/contract/index.ts';
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx';
import { FaultNotice, TrialBanner } from '../parts/notices.tsx';
import { TextField } from '../parts/TextField.tsx';
import { WorkButton } from '../parts/WorkButton.tsx';
import { type ApiFault, asFault } from '../transport/apiFault.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { roleTexts } from './roleTexts.ts';
import './signIn.css';

const texts = {
  signIn: { ja: 'サインイン', en: 'Sign in' },
  login: { ja: '利用者名', en: 'User name' },
  secret: { ja: '合い言葉', en: 'Password' },
  loginMissing: { ja: '利用者名を入れてください。', en: 'Enter the user name.' },
  secretMissing: { ja: '合い言葉を入れてください。', en: 'Enter the password.' },
  trialAccounts: { ja: '試用の利用者', en: 'Trial accounts' },
  trialHint: { ja: '押すとそのまま入れます。', en: 'Press one to enter.' },
  help: {
    ja: (phone: string) => `困ったときは電話 ${phone}`,
    en: (phone: string) => `Help by phone: ${phone}`,
  },
};

export interface SignInFormProps {
  readonly system: SystemView;
  readonly title: string;
  /** Roles that may use this screen; only their trial accounts are shown. */
  readonly roles: readonly RoleName[];
  readonly onSignIn: (login: string, secret: string) => Promise<void>;
  /** Said above the form: why somebody has to sign in again, or that their page is another one. */
  readonly note?: ReactNode;
  /** A further way in, below the form. */
  readonly below?: ReactNode;
}

/** Name and password; in trial mode also the accounts to try. */
export function SignInForm(props: SignInFormProps): ReactNode {
  const t = useWords(texts);
  const role = useWords(roleTexts);
  const language = useLanguage();
  const [login, setLogin] = useState('');
  const [secret, setSecret] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);

  async function signIn(withLogin: string, withSecret: string): Promise<void> {
    setBusy(true);
    setFault(null);
    await props.onSignIn(withLogin, withSecret).then(
      // The form stays where the account is one of another page.
      () => setSecret(''),
      (cause: unknown) => setFault(asFault(cause)),
    );
    setBusy(false);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (login.trim() !== '' && secret !== '') void signIn(login.trim(), secret);
  }

  const accounts = props.system.trialAccounts.filter((account) => props.roles.includes(account.role));
  return (
    <div className="signInPage">
      <TrialBanner isTrial={props.system.isTrial} />
      <main className="signIn">
        <div className="signInHead">
          <h1>{props.title}</h1>
          <LanguageSwitch />
        </div>
        <p>{props.system.regionName[language]}</p>
        {props.note}
        <form className="signInForm" onSubmit={submit} noValidate>
          <TextField
            label={t.login}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            error={isTried && login.trim() === '' ? t.loginMissing : null}
          />
          <TextField
            label={t.secret}
            type="password"
            value={secret}
            onChange={setSecret}
            autoComplete="current-password"
            error={isTried && secret === '' ? t.secretMissing : null}
          />
          <FaultNotice fault={fault} />
          <WorkButton look="main" type="submit" isBusy={isBusy}>
            {t.signIn}
          </WorkButton>
        </form>
        {props.below}
        {props.system.isTrial && accounts.length > 0 ? (
          <section className="trialAccounts">
            <h2>{t.trialAccounts}</h2>
            <p className="fieldHint">{t.trialHint}</p>
            <ul>
              {accounts.map((account) => (
                <li key={account.login}>
                  <WorkButton onPress={() => signIn(account.login, account.secret)}>
                    {account.displayName}
                    <span className="trialAccountSide">
                      {role[account.role]}・{account.login}
                    </span>
                  </WorkButton>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p className="signInHelp">{t.help(props.system.supportPhone)}</p>
      </main>
    </div>
  );
}
