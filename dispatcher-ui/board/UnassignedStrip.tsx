import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { rideSecond } from '../store/filterRides.ts';
import { RideStrip, type RideStripProps } from './RideStrip.tsx';

const texts = {
  ride: {
    ja: (time: string, name: string, way: string) => `${time} ${name} 様 ${way}`,
    en: (time: string, name: string, way: string) => `${time} ${name}, ${way}`,
  },
};

export interface UnassignedStripProps extends Pick<RideStripProps, 'title' | 'isTitled' | 'onSelect'> {
  readonly rides: readonly RideView[];
}

/** Rides that are promised and that nobody carries. */
export function UnassignedStrip({ rides, ...strip }: UnassignedStripProps): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const lines = rides.map((ride) => {
    const way = `${placeText(ride.from, language)} → ${placeText(ride.to, language)}`;
    return { ride, text: t.ride(tableTime(rideSecond(ride)), ride.riderName, way) };
  });
  return <RideStrip look="unassigned" lines={lines} {...strip} />;
}
