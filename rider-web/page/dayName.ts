import { dayText } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { addDays } from '../store/timeChoices.ts';
import { texts } from './words.ts';

/** `きょう 11月24日（火）`: near days have their everyday name first. */
export function useDayName(today: string): (day: string) => string {
  const partsOf = useDayParts(today);
  return (day) => partsOf(day).join(' ');
}

/** The everyday name of a day, where it has one, and its date. */
export function useDayParts(today: string): (day: string) => readonly string[] {
  const t = useWords(texts);
  const language = useLanguage();
  return (day) => {
    const date = dayText(day, language);
    if (day === today) return [t.today, date];
    return day === addDays(today, 1) ? [t.tomorrow, date] : [date];
  };
}
