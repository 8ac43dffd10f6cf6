import { type ReactNode, useState } from 'react';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { ChosenTime } from '../store/bookingDraft.ts';
import { isPastTime, listHours, listOpenDays, MINUTES, settleTime } from '../store/timeChoices.ts';
import { useDayName } from './dayName.ts';
import { PickOne } from './PickOne.tsx';
import { Say } from './Say.tsx';
import { useTimeName } from './timeName.ts';
import { texts } from './words.ts';

export interface WhenStepProps {
  /** For so many days after today bookings are taken; null while it is not known. */
  readonly daysAhead: number | null;
  readonly time: ChosenTime;
  readonly onChange: (time: ChosenTime) => void;
  readonly onDone: () => void;
}

/** "When?": day, hour and minute by touch alone, nothing to type. */
export function WhenStep({ daysAhead, time: given, onChange, onDone }: WhenStepProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const now = useServerNow(20_000);
  // The hour of a ride that is being changed, or of a page left open, may be over.
  const time = settleTime(given, now.day, now.second);
  const dayName = useDayName(now.day);
  const timeName = useTimeName(now.day);
  const set = (change: Partial<ChosenTime>): void =>
    onChange(settleTime({ ...time, ...change }, now.day, now.second));
  const hours = listHours(time.day, now.day, now.second);
  const parts = [
    { name: t.morning, hours: hours.filter((hour) => hour < 12) },
    { name: t.afternoon, hours: hours.filter((hour) => hour >= 12) },
  ].filter((part) => part.hours.length > 0);
  const [isFarAsked, setFarAsked] = useState(false);
  const { days, hasMore } = listOpenDays(now.day, daysAhead, time.day, isFarAsked);
  const openMinutes = MINUTES.filter(
    (minute) => time.hour === null || !isPastTime(time.day, time.hour, minute, now.day, now.second),
  );
  function done(): void {
    onChange(time);
    onDone();
  }
  const hourText = (hour: number): string =>
    language === 'en' ? `${hour % 12 === 0 ? 12 : hour % 12}` : hour === 12 ? t.noon : t.hour(hour % 12);
  return (
    <>
      <PickOne
        label={t.whichKind}
        chosen={time.kind}
        choices={[
          { value: 'arriveBy' as const, text: t.arriveBy },
          { value: 'departAfter' as const, text: t.departAfter },
        ]}
        onPick={(kind) => set({ kind })}
      />
      <PickOne
        label={t.whichDay}
        chosen={time.day}
        look="days"
        choices={days.map((day) => ({ value: day, text: dayName(day) }))}
        onPick={(day) => set({ day })}
      />
      {hasMore ? (
        <WorkButton onPress={() => setFarAsked(true)}>
          <Say>{t.laterDays}</Say>
        </WorkButton>
      ) : null}
      <PickOne
        label={t.whichHour}
        chosen={time.hour}
        look="small"
        groups={parts.map((part) => ({
          name: part.name,
          choices: part.hours.map((hour) => ({ value: hour, text: hourText(hour) })),
        }))}
        onPick={(hour) => set({ hour, minute: time.hour === null ? 0 : time.minute })}
      />
      {time.hour === null ? null : (
        <PickOne
          label={t.whichMinute}
          chosen={time.minute}
          look="small"
          choices={openMinutes.map((minute) => ({ value: minute as number, text: t.minute(minute) }))}
          onPick={(minute) => set({ minute })}
        />
      )}
      <div className="stepDone">
        <p className="stepAnswer" role="status">
          <Say>{timeName(time) ?? t.chooseHour}</Say>
        </p>
        <WorkButton look="main" isDisabled={time.hour === null} onPress={done}>
          <Say>{t.next}</Say>
        </WorkButton>
      </div>
    </>
  );
}
