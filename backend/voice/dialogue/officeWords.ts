import { spokenNearDay } from '../../domain/units/spokenDay.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';
import { spokenTime } from '../../domain/units/spokenTime.ts';
import { daySecondOf, serviceDayOf } from '../../domain/units/time.ts';
import type { VoiceFacts } from './voiceFacts.ts';

export const CONNECTING: SpokenText = {
  ja: '係におつなぎします。そのままお待ちください。',
  en: 'We put you through to somebody at the desk. Please hold the line.',
};
export const GOODBYE: SpokenText = {
  ja: 'お電話ありがとうございました。',
  en: 'Thank you for calling.',
};
export const NOT_HEARD: SpokenText = { ja: '聞こえませんでした。', en: 'We did not hear anything.' };
export const NOT_UNDERSTOOD: SpokenText = {
  ja: 'すみません。わかりませんでした。',
  en: 'Sorry, we did not understand that.',
};
export const BACK: SpokenText = { ja: 'わかりました。', en: 'All right.' };

/** A caller whom we can ring back, while nobody is there. */
export function callBackWords(facts: VoiceFacts): SpokenText {
  if (facts.office.isOpen) {
    return {
      ja: 'ただいま係が出られません。こちらから折り返しお電話します。',
      en: 'Nobody can come to the telephone now. We will ring you back.',
    };
  }
  const hours = openingWords(facts);
  return {
    ja: `ただいま、係は受付時間外です。${hours.ja}受付が始まりましたら、こちらからお電話します。`,
    en: `The desk is closed now.${hours.en} We will ring you as soon as it is open.`,
  };
}

/** A caller whose number we do not know: they have to call again. */
export function closedWords(facts: VoiceFacts): SpokenText {
  if (facts.office.isOpen) {
    return {
      ja: 'ただいま係が出られません。お手数ですが、もう一度お電話ください。',
      en: 'Nobody can come to the telephone now. Please call again.',
    };
  }
  const hours = openingWords(facts);
  return {
    ja: `ただいま、係は受付時間外です。${hours.ja}お手数ですが、そのときに、もう一度お電話ください。`,
    en: `The desk is closed now.${hours.en} Please call again then.`,
  };
}

function openingWords({ office, now }: VoiceFacts): SpokenText {
  if (office.opensAt === null) return { ja: '', en: '' };
  const day = serviceDayOf(office.opensAt);
  const near = spokenNearDay(day, serviceDayOf(now));
  const time = spokenTime(daySecondOf(day, office.opensAt));
  return { ja: `つぎの受付は、${near.ja}、${time.ja}からです。`, en: ` It opens ${near.en} at ${time.en}.` };
}
