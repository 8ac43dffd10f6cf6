import type { Language } from '../../screen-kit/words/language.ts';
import { daySecondOf, dayText, serviceDayOf, tableTime } from '../../screen-kit/words/times.ts';

/** Whose hand it was. */
export const handTexts = {
  operator: { ja: '受付', en: 'Phone desk' },
  dispatcher: { ja: '配車', en: 'Dispatch' },
  administrator: { ja: '管理', en: 'Administration' },
  municipality: { ja: '役場', en: 'Town office' },
  driver: { ja: '乗務員', en: 'Driver' },
  clinic: { ja: '医療機関', en: 'Clinic' },
  rider: { ja: 'お客様', en: 'The rider' },
  proxy: { ja: '代理の方', en: 'Proxy' },
  voice: { ja: '自動受付の電話', en: 'Voice line' },
  system: { ja: '自動', en: 'Automatic' },
  other: { ja: 'お客様のお知り合い', en: 'Somebody the rider knows' },
};

/** Day and time of something that was done, by the service's clock. */
export function doneAtText(iso: string, language: Language): string {
  const moment = Date.parse(iso);
  const day = serviceDayOf(moment);
  return `${dayText(day, language)} ${tableTime(daySecondOf(day, moment))}`;
}
