import { type FormEvent, type ReactNode, type RefObject, useState } from 'react';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useCall } from '../call/callContext.ts';
import { wayHomeOf } from '../store/wayHome.ts';

const texts = {
  time: { ja: '帰りの時刻', en: 'Time of the way home' },
  timeHint: { ja: '14、14時から、15時までに', en: '14, after 14, by 15' },
  timeWrong: {
    ja: '時刻として読めません。14、14時半 のように入れてください。',
    en: 'Not a time. Enter it like 14 or 2pm.',
  },
  find: { ja: '帰りの時刻を探す', en: 'Find times' },
};

/** The time of the way home. @param start second of the day that stands there already */
export function WayHomeForm({ start }: { start: number }): ReactNode {
  const t = useWords(texts);
  const { askWayHome, focus } = useCall();
  const [text, setText] = useState(() => tableTime(start));
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
