import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { SeriesDateView, SeriesTime } from '../../backend/contract/index.ts';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { Dialog } from '../../screen-kit/parts/Dialog.tsx';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { useLeadToWrong } from '../../screen-kit/parts/useLeadToWrong.ts';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { readTime } from '../store/readTime.ts';
import { seriesProblemTexts } from './seriesProblemTexts.ts';
import { seriesTexts } from './seriesTexts.ts';

const texts = {
  title: { ja: (day: string) => `${day} だけの時刻`, en: (day: string) => `Times for ${day} only` },
  takesIn: {
    ja: 'この日は休みになっています。決めると、この日も乗ります。',
    en: 'This date is off. With these times it is ridden.',
  },
  time: { ja: '行きの時刻', en: 'Time there' },
  kind: { ja: '行きは、どちらの時刻', en: 'Which time' },
  returnTime: { ja: '帰りの時刻', en: 'Time home' },
  returnKind: { ja: '帰りは、どちらの時刻', en: 'Which time home' },
  keep: { ja: 'この時刻にする', en: 'Set these times' },
  leave: { ja: 'やめる', en: 'Leave it' },
};

type Kind = SeriesTime['kind'];

interface DateTimesDialogProps {
  readonly date: SeriesDateView;
  readonly onSet: (outbound: SeriesTime, homeward: SeriesTime | null) => Promise<void>;
  readonly onClose: () => void;
}

/** Other times on one date of a series, or no way home on it. */
export function DateTimesDialog({ date, onSet, onClose }: DateTimesDialogProps): ReactNode {
  const t = useWords(texts);
  const series = useWords(seriesTexts);
  const words = useWords(seriesProblemTexts);
  const language = useLanguage();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const leadToWrong = useLeadToWrong(form);
  const [timeText, setTimeText] = useState(date.outbound.at);
  const [kind, setKind] = useState<Kind>(date.outbound.kind);
  const [hasReturn, setHasReturn] = useState<'yes' | 'no'>(date.homeward ? 'yes' : 'no');
  const [returnText, setReturnText] = useState(date.homeward?.at ?? '');
  const [returnKind, setReturnKind] = useState<Kind>(date.homeward?.kind ?? 'departAfter');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const there = readTime(timeText);
  const home = readTime(returnText);
  const isHomeTooEarly = there !== null && home !== null && home <= there;
  const homeProblem = home === null ? 'timeUnreadable' : isHomeTooEarly ? 'returnTooEarly' : null;
  const returnProblem = hasReturn === 'yes' ? homeProblem : null;
  const kinds = [
    { value: 'arriveBy' as const, text: series.arriveBy },
    { value: 'departAfter' as const, text: series.departAfter },
  ];

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (there === null || returnProblem) {
      leadToWrong();
      return;
    }
    if (isBusy) return;
    setBusy(true);
    await onSet({ kind, at: there }, hasReturn === 'yes' ? { kind: returnKind, at: home! } : null);
    onClose();
  }

  return (
    <Dialog
      title={t.title(dayText(date.day, language))}
      isOpen
      onClose={onClose}
      actions={
        <>
          <WorkButton look="quiet" shortcut="Esc" onPress={onClose}>
            {t.leave}
          </WorkButton>
          <button type="submit" form={formId} className="button button-main" aria-busy={isBusy || undefined}>
            {t.keep}
            <span className="buttonKey" aria-hidden="true">
              ⏎
            </span>
          </button>
        </>
      }
    >
      <form id={formId} ref={form} className="dateTimesForm" onSubmit={submit} noValidate>
        {date.rides ? null : <p>{t.takesIn}</p>}
        <TextField
          label={t.time}
          placeholder="10、930"
          value={timeText}
          onChange={setTimeText}
          error={isTried && there === null ? words.timeUnreadable : null}
        />
        <ChoiceField label={t.kind} value={kind} choices={kinds} onChange={setKind} />
        <ChoiceField
          label={series.hasReturn}
          value={hasReturn}
          choices={[
            { value: 'yes', text: series.yes },
            { value: 'no', text: series.no },
          ]}
          onChange={setHasReturn}
        />
        {hasReturn === 'yes' ? (
          <>
            <TextField
              label={t.returnTime}
              placeholder="12、1330"
              value={returnText}
              onChange={setReturnText}
              error={isTried && returnProblem ? words[returnProblem] : null}
            />
            <ChoiceField
              label={t.returnKind}
              value={returnKind}
              choices={[...kinds].reverse()}
              onChange={setReturnKind}
            />
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
