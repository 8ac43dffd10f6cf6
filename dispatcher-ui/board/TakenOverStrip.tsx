import type { ReactNode } from 'react';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { rideSecond } from '../store/filterRides.ts';
import type { TakenOver } from '../store/takenOver.ts';
import { RideStrip, type RideStripProps } from './RideStrip.tsx';

const texts = {
  ride: {
    ja: (time: string, name: string, vehicle: string, company: string, from: string) =>
      `${time} ${name} 様、${vehicle}（${company}）へ${from}`,
    en: (time: string, name: string, vehicle: string, company: string, from: string) =>
      `${time} ${name}, to ${vehicle} (${company})${from}`,
  },
  from: { ja: (vehicle: string) => `、前は ${vehicle}`, en: (vehicle: string) => `, before ${vehicle}` },
  by: { ja: (name: string) => `、移した人 ${name}`, en: (name: string) => `, moved by ${name}` },
};

export interface TakenOverStripProps extends Pick<RideStripProps, 'title' | 'isTitled' | 'onSelect'> {
  readonly told: readonly TakenOver[];
}

/** Tells those who plan of rides that came to another company's vehicles by a colleague's hand. */
export function TakenOverStrip({ told, ...strip }: TakenOverStripProps): ReactNode {
  const t = useWords(texts);
  const textOf = ({ ride, shift, fromVehicleName, by }: TakenOver): string => {
    const from = fromVehicleName === null ? '' : t.from(fromVehicleName);
    const hand = by === null ? '' : t.by(by);
    const { vehicleName, providerName } = shift;
    return t.ride(tableTime(rideSecond(ride)), ride.riderName, vehicleName, providerName, `${from}${hand}`);
  };
  const lines = told.map((each) => ({ ride: each.ride, text: textOf(each) }));
  return <RideStrip look="takenOver" lines={lines} {...strip} />;
}
