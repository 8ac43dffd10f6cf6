import type { ReactNode } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import type { DayState } from '../../screen-kit/store/dayState.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { rideSecond } from '../store/filterRides.ts';
import { type TakenOver, takenOver } from '../store/takenOver.ts';
import { RideStrip } from './RideStrip.tsx';

const texts = {
  title: {
    ja: (count: number) => `→ ほかの会社から移された乗車 ${count}件`,
    en: (count: number) =>
      count === 1 ? '→ 1 ride from another company' : `→ ${count} rides from another company`,
  },
  ride: {
    ja: (time: string, name: string, vehicle: string, company: string, from: string) =>
      `${time} ${name} 様、${vehicle}（${company}）へ${from}`,
    en: (time: string, name: string, vehicle: string, company: string, from: string) =>
      `${time} ${name}, to ${vehicle} (${company})${from}`,
  },
  from: { ja: (vehicle: string) => `、前は ${vehicle}`, en: (vehicle: string) => `, before ${vehicle}` },
  by: { ja: (name: string) => `、移した人 ${name}`, en: (name: string) => `, moved by ${name}` },
};

/** Looked at anew every so often: what is an hour old needs not be told to the second. */
const LOOK_MS = 30_000;

export interface TakenOverStripProps {
  readonly state: DayState;
  readonly onSelect: (ride: RideView) => void;
}

/** Tells those who plan of rides that came to another company's vehicles by a colleague's hand; nothing where none did. */
export function TakenOverStrip({ state, onSelect }: TakenOverStripProps): ReactNode {
  const t = useWords(texts);
  const { session } = useScreen();
  const { moment } = useServerNow(LOOK_MS);
  const told = takenOver(state.rides.values(), state.shifts, session, moment);
  const textOf = ({ ride, shift, fromVehicleName, by }: TakenOver): string => {
    const from = fromVehicleName === null ? '' : t.from(fromVehicleName);
    const hand = by === null ? '' : t.by(by);
    const { vehicleName, providerName } = shift;
    return t.ride(tableTime(rideSecond(ride)), ride.riderName, vehicleName, providerName, `${from}${hand}`);
  };
  const lines = told.map((each) => ({ ride: each.ride, text: textOf(each) }));
  return <RideStrip look="takenOver" title={t.title(told.length)} lines={lines} onSelect={onSelect} />;
}
