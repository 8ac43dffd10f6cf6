import type { ReactNode } from 'react';
import type { RoleName } from '../../backend/contract/index.ts';
import { useWords } from '../words/words.ts';
import { roleTexts } from './roleTexts.ts';

const texts = {
  here: {
    ja: (name: string, role: string) =>
      `「${name}」（${role}）でサインインしています。この利用者の画面は、ここではありません。`,
    en: (name: string, role: string) =>
      `You are signed in as ${name} (${role}). The page for this account is another one.`,
  },
  desk: { ja: '電話受付・配車・役場の画面へ', en: 'To the page of phone desk, dispatch and town offices' },
  driver: { ja: '乗務員の画面へ', en: 'To the page of drivers' },
  rider: {
    ja: 'お客様・ご家族・医療機関の画面へ',
    en: 'To the page of riders, families and clinics',
  },
  otherwise: {
    ja: 'ほかの利用者でこの画面を使うときは、下でサインインしてください。',
    en: 'To use this page with another account, sign in below.',
  },
};

/** The page each role works on. */
const PAGE_OF: Readonly<Record<RoleName, 'desk' | 'driver' | 'rider'>> = {
  operator: 'desk',
  dispatcher: 'desk',
  municipality: 'desk',
  administrator: 'desk',
  driver: 'driver',
  clinic: 'rider',
  rider: 'rider',
  proxy: 'rider',
};

/** Told to whoever is signed in and came to a page that is not for them: where theirs is. */
export function WrongDoor({ displayName, role }: { displayName: string; role: RoleName }): ReactNode {
  const t = useWords(texts);
  const roleName = useWords(roleTexts)[role];
  const page = PAGE_OF[role];
  return (
    <div className="signInNote wrongDoor" role="status">
      <p>{t.here(displayName, roleName)}</p>
      <a className="button button-main" href={`../${page}/`}>
        {t[page]}
      </a>
      <p>{t.otherwise}</p>
    </div>
  );
}
