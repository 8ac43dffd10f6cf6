import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { RideAnswer, RideView } from '../../backend/contract/index.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { riderTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDayName } from './dayName.ts';
import { Say } from './Say.tsx';
import { texts } from './words.ts';

export interface BookedPageProps {
  readonly answer: RideAnswer;
  readonly today: string;
  /** The way home that stands already; absent or null: none. */
  readonly home?: RideView | null;
  readonly onReturn: () => void;
  readonly onDone: () => void;
}

/** What was agreed, in one sentence that can be read to somebody. */
export function BookedPage({ answer, today, home = null, onReturn, onDone }: BookedPageProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const dayName = useDayName(today);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div className="booked">
      <h1 ref={heading} tabIndex={-1} className="question">
        <span aria-hidden="true">✓ </span>
        <Say>{answer.ride.changedFrom ? t.changed : t.booked}</Say>
      </h1>
      <p className="bookedDay figures">{dayName(answer.ride.day)}</p>
      <p className="bookedSentence">{answer.sentence[language]}</p>
      <WorkButton look="main" onPress={onDone}>
        <Say>{t.toRides}</Say>
      </WorkButton>
      {home ? (
        <p>
          <Say>{t.homeStands(riderTime(startOf(home), language))}</Say>
        </p>
      ) : (
        <WorkButton onPress={onReturn}>
          <Say>{t.bookReturn}</Say>
        </WorkButton>
      )}
    </div>
  );
}

function startOf(ride: RideView): number {
  return ride.scheduledPickup ?? ride.promisedPickup?.earliest ?? ride.requested.second;
}
