import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { rideSecond } from '../store/filterRides.ts';
import { isLeftBehind } from '../store/moveChoice.ts';
import { RideStrip } from './RideStrip.tsx';

const texts = {
  title: {
    ja: (count: number) => `! 車のない乗車 ${count}件`,
    en: (count: number) =>
      count === 1 ? '! 1 ride without a vehicle' : `! ${count} rides without a vehicle`,
  },
  ride: {
    ja: (time: string, name: string, way: string) => `${time} ${name} 様 ${way}`,
    en: (time: string, name: string, way: string) => `${time} ${name}, ${way}`,
  },
};

export interface UnassignedStripProps {
  readonly rides: ReadonlyMap<string, RideView>;
  readonly onSelect: (ride: RideView) => void;
}

/** Rides that are promised and that nobody carries, the earliest first; nothing where there are none. */
export function UnassignedStrip({ rides, onSelect }: UnassignedStripProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const left = [...rides.values()].filter(isLeftBehind).sort((a, b) => rideSecond(a) - rideSecond(b));
  const lines = left.map((ride) => {
    const way = `${placeText(ride.from, language)} → ${placeText(ride.to, language)}`;
    return { ride, text: t.ride(tableTime(rideSecond(ride)), ride.riderName, way) };
  });
  return <RideStrip look="unassigned" title={t.title(left.length)} lines={lines} onSelect={onSelect} />;
}
