import type { PlaceSaid } from '../domain/ride/requestInput.ts';
import type { SpokenText } from '../domain/units/spokenText.ts';
import { clockText } from '../domain/units/time.ts';
import type { UsualRide } from './usualRides.ts';

const DAYS_JA = ['日', '月', '火', '水', '木', '金', '土'];
const DAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** A usual ride in one line: `火・金 9:30までに 自宅から坂下厚生病院へ`. */
export function usualSentence(usual: UsualRide): SpokenText {
  const clock = clockText(usual.requested.second).replace(/^0/, '');
  const isArrival = usual.requested.kind === 'arriveBy';
  const when = {
    ja: `${clock}${isArrival ? 'までに' : 'から'}`,
    en: `${isArrival ? 'by' : 'from'} ${clock}`,
  };
  const days = {
    ja: usual.weekdays.map((weekday) => DAYS_JA[weekday]).join('・'),
    en: usual.weekdays.map((weekday) => DAYS_EN[weekday]).join(', '),
  };
  const isHome = usual.kind === 'wayHome';
  return {
    ja: `${isHome ? 'お帰り' : days.ja} ${when.ja} ${usual.fromName}から${usual.toName}へ`,
    en: `${isHome ? 'Way home' : days.en} ${when.en}, ${inEnglish(usual.from, usual.fromName)} to ${inEnglish(usual.to, usual.toName)}`,
  };
}

/** Names stay as they are; the rider's own home is called so. */
function inEnglish(place: PlaceSaid, name: string): string {
  return place.kind === 'home' ? 'home' : name;
}
