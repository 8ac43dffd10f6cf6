import type { RequestGroupAnswer } from '../../contract/index.ts';
import { spokenDay } from '../../domain/units/spokenDay.ts';
import type { SpokenText } from '../../domain/units/spokenText.ts';

/** How many of several dates can be had, and which not, to be read aloud. */
export function spokenDays(days: RequestGroupAnswer['days']): SpokenText {
  const refused = days.filter(({ problem }) => problem !== null).map(({ day }) => spokenDay(day));
  const had = days.length - refused.length;
  if (refused.length === 0) {
    return { ja: `${days.length}日とも、お取りできます。`, en: `All ${days.length} days can be had.` };
  }
  return {
    ja: `${days.length}日のうち、${had}日をお取りできます。${refused.map(({ ja }) => ja).join('、')}は、お取りできません。`,
    en: `${had} of ${days.length} days can be had. Not possible: ${refused.map(({ en }) => en).join(', ')}.`,
  };
}
