import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useState,
} from 'react';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { type AskedStage, bookedRides, isOpen } from '../store/callStage.ts';
import { usualWayHome, wayHomeOf } from '../store/wayHome.ts';

const texts = {
  booked: { ja: '予約しました', en: 'Booked' },
  wayHome: { ja: '帰りも予約する', en: 'Book the way home' },
  willCall: { ja: '帰りは連絡待ち', en: 'Way home: will call' },
  otherDay: { ja: 'ほかの日も', en: 'Another day' },
  next: { ja: '次の受付', en: 'Next call' },
  time: { ja: '帰りの時刻', en: 'Time of the way home' },
  timeHint: { ja: '14、14時から、15時までに', en: '14, after 14, by 15' },
  timeWrong: {
    ja: '時刻として読めません。14、14時半 のように入れてください。',
    en: 'Not a time. Enter it like 14 or 2pm.',
  },
  find: { ja: '帰りの時刻を探す', en: 'Find times' },
};

/** What was agreed, to be read aloud once more; the way home is asked about at once. */
export function AgreedCard({ stage }: { stage: AskedStage }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { askWayHome, otherTime, startNext, focus } = useCall();
  const today = useServerNow(10_000).day;
  const [isAsking, setAsking] = useState(false);
  const canGoHome = !stage.dates.some(({ way }) => way === 'home') && bookedRides(stage).length > 0;
  const isLast = !isOpen(stage);

  useLayoutEffect(() => {
    if (isLast) focus.go('offers');
  }, [isLast, focus]);

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
        {t.booked}
      </p>
      {stage.agreed?.results.map(({ id, ride, sentence }) =>
        ride && sentence ? (
          <p key={id} className="readAloud readAloud-yes">
            {ride.day === today ? '' : `${dayText(ride.day, language)} `}
            {sentence[language]}
          </p>
        ) : null,
      )}
      {isAsking && canGoHome ? <WayHomeForm stage={stage} /> : null}
      <div className="answerActions">
        <WorkButton look="main" shortcut="⏎" onPress={startNext} buttonRef={focus.refs.offers as never}>
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

/** The time of the way home; the usual one (two hours later) stands there already. */
function WayHomeForm({ stage }: { stage: AskedStage }): ReactNode {
  const t = useWords(texts);
  const { askWayHome, focus } = useCall();
  const [text, setText] = useState(() => tableTime(usualWayHome(bookedRides(stage))));
  const [isTried, setTried] = useState(false);
  const time = wayHomeOf(text);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (time) askWayHome(time);
  }

  return (
    <form className="wayHomeForm" onSubmit={submit} noValidate>
      <TextField
        label={t.time}
        placeholder={t.timeHint}
        value={text}
        onChange={setText}
        error={isTried && !time ? t.timeWrong : null}
        inputRef={focus.refs.wayHome as RefObject<HTMLInputElement | null>}
      />
      <WorkButton type="submit" shortcut="⏎">
        {t.find}
      </WorkButton>
    </form>
  );
}
