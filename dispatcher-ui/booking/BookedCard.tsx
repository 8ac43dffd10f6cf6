import { type ReactNode, useEffect, useRef } from 'react';
import type { RideAnswer } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';

const texts = {
  booked: { ja: '予約しました', en: 'Booked' },
  next: { ja: '次の受付', en: 'Next call' },
  show: { ja: 'この乗車を見る', en: 'Show the ride' },
};

export interface BookedCardProps {
  readonly answer: RideAnswer;
  readonly onNext: () => void;
  readonly onShow: () => void;
}

/** What was agreed, to be read aloud once more. */
export function BookedCard({ answer, onNext, onShow }: BookedCardProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <div className="bookedCard" role="status">
      <h2>
        <span aria-hidden="true">✓ </span>
        {t.booked}
      </h2>
      <p className="bookedWhich">
        {answer.ride.riderName}・{dayText(answer.ride.day, language)}・{answer.ride.vehicleName ?? ''}
      </p>
      <p className="offerSentence">{answer.sentence[language]}</p>
      <div className="bookedActions">
        <WorkButton onPress={onShow}>{t.show}</WorkButton>
        <WorkButton look="main" shortcut="⏎" onPress={onNext} buttonRef={next}>
          {t.next}
        </WorkButton>
      </div>
    </div>
  );
}
