import { type KeyboardEvent, type ReactNode, useLayoutEffect, useState } from 'react';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { type AskedStage, bookedRides, isOpen, wayHomeToAsk } from '../store/callStage.ts';
import { leadsHome } from '../store/filterRides.ts';
import { usualWayHome } from '../store/wayHome.ts';
import { WayHomeForm } from './WayHomeForm.tsx';
import { WayHomeQuestion } from './WayHomeQuestion.tsx';

const texts = {
  booked: { ja: '予約しました', en: 'Booked' },
  changed: { ja: '予約を変えました', en: 'Changed' },
  wayHome: { ja: '帰りも予約する', en: 'Book the way home' },
  willCall: { ja: '帰りは連絡待ち', en: 'Way home: will call' },
  otherDay: { ja: 'ほかの日も', en: 'Another day' },
  next: { ja: '次の受付', en: 'Next call' },
};

/** What was agreed, to be read aloud once more; the way home is asked about at once. */
export function AgreedCard({ stage }: { stage: AskedStage }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { askWayHome, otherTime, startNext, focus } = useCall();
  const today = useServerNow(10_000).day;
  const [isAsking, setAsking] = useState(false);
  const [isDecided, setDecided] = useState(false);
  const hasHome = stage.dates.some(({ way }) => way === 'home');
  const standing = hasHome || isDecided ? undefined : wayHomeToAsk(stage);
  const canGoHome =
    !hasHome && !isDecided && !standing && bookedRides(stage).some((ride) => !leadsHome(ride));
  const isLast = !isOpen(stage);
  const isChange = stage.agreed?.results.every(({ ride }) => !ride || ride.changedFrom !== null) ?? false;

  useLayoutEffect(() => {
    if (isLast && !standing) focus.go('offers');
  }, [isLast, standing, focus]);

  function openWayHome(): void {
    setAsking(true);
    focus.go('wayHome');
  }

  function press(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement) {
      if (event.key === 'Escape') {
        setAsking(false);
        focus.go('offers');
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    const act = {
      R: canGoHome ? openWayHome : undefined,
      W: canGoHome ? () => askWayHome({ kind: 'willCall' }) : undefined,
      M: otherTime,
    }[event.key.toUpperCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: takes the letter keys for the buttons inside it.
    <div className="agreedCard" onKeyDown={press}>
      <p className="agreedTitle" role="status">
        <span aria-hidden="true">✓ </span>
        {isChange ? t.changed : t.booked}
      </p>
      {stage.agreed?.results.map(({ id, ride, sentence }) =>
        ride && sentence ? (
          <p key={id} className="readAloud readAloud-yes">
            {ride.day === today ? '' : `${dayText(ride.day, language)} `}
            {sentence[language]}
          </p>
        ) : null,
      )}
      {standing ? <WayHomeQuestion home={standing} onDecided={() => setDecided(true)} /> : null}
      {isAsking && canGoHome ? <WayHomeForm start={usualWayHome(bookedRides(stage))} /> : null}
      <div className="answerActions">
        <WorkButton
          onPress={startNext}
          buttonRef={focus.refs.offers as never}
          {...(standing ? {} : { look: 'main', shortcut: '⏎' })}
        >
          {t.next}
        </WorkButton>
        {canGoHome ? (
          <>
            <WorkButton shortcut="R" onPress={openWayHome}>
              {t.wayHome}
            </WorkButton>
            <WorkButton shortcut="W" onPress={() => askWayHome({ kind: 'willCall' })}>
              {t.willCall}
            </WorkButton>
          </>
        ) : null}
        <WorkButton shortcut="M" onPress={otherTime}>
          {t.otherDay}
        </WorkButton>
      </div>
    </div>
  );
}
