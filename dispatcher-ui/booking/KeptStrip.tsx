import type { ReactNode } from 'react';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { adviceText } from '../../screen-kit/words/adviceText.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import type { KeptYes } from '../store/keptYes.ts';

const texts = {
  title: { ja: '預かった予約', en: 'Kept bookings' },
  waiting: {
    ja: (name: string) => `${name} 様の予約は、つながりしだい送ります。`,
    en: (name: string) => `${name}: sent as soon as the server is back.`,
  },
  booked: {
    ja: (name: string) => `${name} 様の予約を送りました。`,
    en: (name: string) => `${name} is booked.`,
  },
  refused: {
    ja: (name: string) => `${name} 様の予約はできませんでした。`,
    en: (name: string) => `${name} could not be booked.`,
  },
  read: { ja: '分かりました', en: 'Put away' },
  resume: { ja: '入力に戻す', en: 'Back into the form' },
};

/** Yeses that wait for the server, and what became of them. */
export function KeptStrip(): ReactNode {
  const t = useWords(texts);
  const { kept } = useCall();
  if (kept.length === 0) return null;
  return (
    <ul className="keptStrip" aria-label={t.title}>
      {kept.map((yes) => (
        <li key={yes.key} className={`keptYes keptYes-${yes.outcome.kind}`}>
          <KeptLine yes={yes} />
        </li>
      ))}
    </ul>
  );
}

function KeptLine({ yes }: { yes: KeptYes }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { dropKept, resumeKept } = useCall();
  const { outcome } = yes;
  const detail =
    outcome.kind === 'waiting'
      ? yes.sentence[language]
      : outcome.kind === 'booked'
        ? outcome.answer.sentence[language]
        : adviceText(outcome, language);
  return (
    <>
      <span className="keptWords" role="status">
        <strong>{t[outcome.kind](yes.riderName)}</strong> {detail}
      </span>
      {outcome.kind === 'refused' ? (
        <WorkButton onPress={() => resumeKept(yes)}>{t.resume}</WorkButton>
      ) : null}
      {outcome.kind === 'waiting' ? null : (
        <WorkButton look="quiet" onPress={() => dropKept(yes.key)}>
          {t.read}
        </WorkButton>
      )}
    </>
  );
}
