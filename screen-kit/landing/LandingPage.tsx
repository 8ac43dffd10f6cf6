import { type ReactNode, useEffect, useState } from 'react';
import type { SystemView } from '../../backend/contract/index.ts';
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx';
import { TrialBanner } from '../parts/notices.tsx';
import type { Api } from '../transport/api.ts';
import { useLanguage, useWords } from '../words/words.ts';
import '../session/signIn.css';
import './landing.css';

const texts = {
  title: { ja: 'あいのり', en: 'Ainori' },
  intro: {
    ja: '乗り合いの予約と配車。お使いになる画面をお選びください。',
    en: 'Shared rides on request. Choose your page.',
  },
  desk: { ja: '電話受付・配車・役場', en: 'Phone desk, dispatch and town offices' },
  deskHint: { ja: '予約を受ける、便を見る', en: 'Take bookings, watch the vehicles' },
  driver: { ja: '乗務員', en: 'Driver' },
  driverHint: { ja: '次の乗り場、乗り降りの記録', en: 'Next stop, who gets on and off' },
  rider: { ja: 'お客様・ご家族・医療機関', en: 'Riders, families and clinics' },
  riderHint: { ja: '予約する、予約を見る', en: 'Book, see my ride' },
};

/** The way in: one link to each screen. */
export function LandingPage({ api }: { api: Api }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const [system, setSystem] = useState<SystemView | null>(null);
  useEffect(() => {
    // The links work without it; only the region's name and the trial notice would be missing.
    api.system().then(setSystem, () => undefined);
  }, [api]);
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  const pages = [
    { path: './desk/', name: t.desk, hint: t.deskHint },
    { path: './driver/', name: t.driver, hint: t.driverHint },
    { path: './rider/', name: t.rider, hint: t.riderHint },
  ];
  return (
    <div className="signInPage">
      <TrialBanner isTrial={system?.isTrial ?? false} />
      <main className="signIn">
        <div className="signInHead">
          <h1>{t.title}</h1>
          <LanguageSwitch />
        </div>
        <p>{t.intro}</p>
        <ul className="landingPages">
          {pages.map((page) => (
            <li key={page.path}>
              <a className="landingPage" href={page.path}>
                <strong>{page.name}</strong>
                <span>{page.hint}</span>
              </a>
            </li>
          ))}
        </ul>
        <p className="signInHelp">{system?.regionName[language] ?? ''}</p>
      </main>
    </div>
  );
}
