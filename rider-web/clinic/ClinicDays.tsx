import { type ReactNode, useState } from 'react';
import { TextField } from '../../screen-kit/parts/TextField.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDayParts } from '../page/dayName.ts';
import { PickOne } from '../page/PickOne.tsx';
import { Say } from '../page/Say.tsx';
import { texts } from '../page/words.ts';
import { withoutRuby } from '../store/ruby.ts';
import { addDays, listDays } from '../store/timeChoices.ts';
import { DayFold } from './DayFold.tsx';
import { WEEK_DAYS } from './useWeekCounts.ts';

export interface ClinicDaysProps {
  readonly today: string;
  readonly day: string;
  /** The first of the days that are shown at once. */
  readonly first: string;
  /** `[day]`: how many rides are kept; a day that has not been read is missing. */
  readonly counts: ReadonlyMap<string, number>;
  readonly onDay: (day: string) => void;
  readonly onFirst: (day: string) => void;
}

/** Seven days to look at, each with its number of rides; a step of seven either way; or any day by its date. */
export function ClinicDays({ today, day, first, counts, onDay, onFirst }: ClinicDaysProps): ReactNode {
  const t = useWords(texts);
  const partsOf = useDayParts(today);
  const [typed, setTyped] = useState(day);
  const [shownFor, setShownFor] = useState(day);
  if (shownFor !== day) {
    setShownFor(day);
    setTyped(day);
  }

  function go(to: string): void {
    const last = addDays(first, WEEK_DAYS - 1);
    if (to < first || to > last) onFirst(to);
    onDay(to);
  }

  /** A date is typed part by part: only a whole one leads there. */
  function typeDate(value: string): void {
    setTyped(value);
    if (/^20\d\d-\d\d-\d\d$/.test(value)) go(value);
  }
  const linesOf = (value: string): readonly string[] => {
    const count = counts.get(value);
    return [...partsOf(value), count === undefined ? '…' : t.clinicCount(count)];
  };
  return (
    <DayFold dayText={linesOf(day).join(' ')}>
      <PickOne
        label={t.clinicWhichDay}
        chosen={day}
        look="days"
        // One under the other: the everyday name, the date, the number.
        choices={listDays(first, WEEK_DAYS).map((value) => ({ value, text: linesOf(value).join('\n') }))}
        onPick={onDay}
      />
      <div className="clinicDaySteps">
        <WorkButton onPress={() => go(addDays(first, -WEEK_DAYS))}>
          <Say>{t.clinicWeekBefore}</Say>
        </WorkButton>
        <WorkButton onPress={() => go(addDays(first, WEEK_DAYS))}>
          <Say>{t.clinicWeekAfter}</Say>
        </WorkButton>
        <WorkButton isDisabled={day === today} onPress={() => go(today)}>
          <Say>{t.clinicBackToToday}</Say>
        </WorkButton>
        <TextField label={withoutRuby(t.clinicPickDay)} type="date" value={typed} onChange={typeDate} />
      </div>
    </DayFold>
  );
}
