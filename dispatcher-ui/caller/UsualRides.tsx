import type { ReactNode } from 'react';
import type { UsualRideView } from '../../backend/contract/index.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';

const texts = {
  title: { ja: 'いつもの', en: 'The usual' },
  none: { ja: 'いま入れる「いつもの」はありません。', en: 'No usual ride to book now.' },
  other: { ja: 'ほかの行き先', en: 'Somewhere else' },
  next: { ja: (day: string) => `次は ${day}`, en: (day: string) => `next ${day}` },
};

/** What this rider usually asks for; a figure fills the whole form. */
export function UsualRides({ usual }: { usual: readonly UsualRideView[] }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { takeUsual, focus } = useCall();
  return (
    <section className="usualRides" aria-label={t.title}>
      <h3 className="callerTitle">{t.title}</h3>
      {usual.length === 0 ? (
        <p className="cardNone">{t.none}</p>
      ) : (
        <ul>
          {usual.map((ride, index) => (
            <li key={ride.sentence.ja}>
              <button type="button" className="cardStop usualRide figures" onClick={() => takeUsual(index)}>
                <span className="key" aria-hidden="true">
                  {index + 1}
                </span>
                <span>
                  <strong>{ride.sentence[language]}</strong>
                  <span className="cardSide">{t.next(dayText(ride.time.day, language))}</span>
                </span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="cardStop usualRide" onClick={() => focus.go('from')}>
              <span className="key" aria-hidden="true">
                0
              </span>
              <span>{t.other}</span>
            </button>
          </li>
        </ul>
      )}
    </section>
  );
}
