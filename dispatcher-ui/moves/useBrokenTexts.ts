import type { BrokenPromiseView } from '../../backend/contract/index.ts';
import { durationText, tableWindow } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';

const texts = {
  late: {
    ja: (name: string, window: string, time: string) => `${name} 様　お約束 ${window} より${time}遅れ`,
    en: (name: string, window: string, time: string) => `${name}: ${time} later than promised (${window})`,
  },
};

/** Whose promise breaks, and by how much; a minute begun counts. */
export function useBrokenTexts(): (broken: readonly BrokenPromiseView[]) => readonly string[] {
  const t = useWords(texts);
  const language = useLanguage();
  const { feed } = useDesk();
  return (broken) =>
    broken.map(({ rideId, lateSeconds }) => {
      const ride = feed.state.rides.get(rideId);
      const window = ride?.promisedPickup ? tableWindow(ride.promisedPickup) : '';
      const minutes = Math.ceil(lateSeconds / 60) * 60;
      return t.late(ride?.riderName ?? '', window, durationText(minutes, language));
    });
}
