import type { ReactNode } from 'react';
import type { RideView, ShiftView } from '../../backend/contract/index.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { daySecondOf, tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { MoveSheet } from '../moves/MoveSheet.tsx';
import { unfinishedRides } from '../store/shiftEnd.ts';
import './shifts.css';

const texts = {
  title: {
    ja: (vehicle: string) => `${vehicle} の業務を終えますか`,
    en: (vehicle: string) => `End the shift of ${vehicle}?`,
  },
  notYet: {
    ja: (vehicle: string) => `${vehicle} は、まだ業務終了にできません`,
    en: (vehicle: string) => `The shift of ${vehicle} cannot be ended yet`,
  },
  means: {
    ja: (driver: string) =>
      `${driver} さんに代わって、事務所が業務終了にします。この車にはもうお客様が入りません。運転手の画面にも出ます。`,
    en: (driver: string) =>
      `The office ends the shift for ${driver}. No more riders are given to this vehicle, and the driver's page says so.`,
  },
  until: {
    ja: (time: string) => `便は${time}までの予定です。それまでは「業務を再開する」で元に戻せます。`,
    en: (time: string) => `It is planned until ${time}. Until then the driver can go on after all.`,
  },
  over: {
    ja: '便の時間は過ぎているので、元には戻せません。',
    en: 'Its hours are over, so this cannot be taken back.',
  },
  aboard: {
    ja: (count: number) =>
      `お乗りの方が${count}件あります。降りた記録を、運転手にお願いしてください。端末が使えないときは、電話で聞いて、この便の枠から代わりに記録できます。`,
    en: (count: number) =>
      `Aboard: ${count}. Ask the driver to record that they have got out; without a device, record it for the driver on the card of the shift.`,
  },
  awaited: {
    ja: (count: number) =>
      `お迎えの予定が${count}件残っています。お名前を押してその乗車を開き、先に「別の車へ」（M）で移してください。`,
    en: (count: number) =>
      `Still to be fetched: ${count}. Press a name to open the ride, and move it to another vehicle (M) first.`,
  },
  ride: {
    ja: (time: string, name: string) => `${time} ${name} 様`,
    en: (time: string, name: string) => `${time} ${name}`,
  },
  leave: { ja: 'やめる', en: 'Leave it' },
  close: { ja: '閉じる', en: 'Close' },
  end: { ja: '業務を終える', en: 'End the shift' },
};

export interface EndShiftSheetProps {
  readonly shift: ShiftView;
  /** Ends it; rejects where it was refused. */
  readonly onEnd: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before a shift is ended for its driver, and says what it means; where it cannot be yet, who is left and what to do. */
export function EndShiftSheet({ shift, onEnd, onClose }: EndShiftSheetProps): ReactNode {
  const t = useWords(texts);
  const { feed, selectRide } = useDesk();
  const { moment } = useServerNow();
  const { fault, attempt } = useAttempt();
  const { aboard, awaited } = unfinishedRides(shift.id, feed.state.rides.values());
  const canEnd = aboard.length + awaited.length === 0;
  const end = async () => void (await attempt(onEnd));
  function open(ride: RideView): void {
    onClose();
    selectRide(ride);
  }
  return (
    // Drawn anew where the answer changes under the question: the button that had the focus is gone.
    <MoveSheet
      key={canEnd ? 'asked' : 'notYet'}
      title={t[canEnd ? 'title' : 'notYet'](shift.vehicleName)}
      safe={{ text: t[canEnd ? 'leave' : 'close'], onPress: onClose }}
      deed={canEnd ? { text: t.end, look: 'danger', onPress: end } : null}
      fault={canEnd ? fault : null}
      onLook={end}
      onClose={onClose}
    >
      {canEnd ? (
        <>
          <p>{t.means(shift.driverName)}</p>
          <p>{daySecondOf(shift.day, moment) < shift.end ? t.until(tableTime(shift.end)) : t.over}</p>
        </>
      ) : null}
      <LeftRides words={t.aboard(aboard.length)} rides={aboard} onOpen={open} />
      <LeftRides words={t.awaited(awaited.length)} rides={awaited} onOpen={open} />
    </MoveSheet>
  );
}

interface LeftRidesProps {
  readonly words: string;
  readonly rides: readonly RideView[];
  readonly onOpen: (ride: RideView) => void;
}

function LeftRides({ words, rides, onOpen }: LeftRidesProps): ReactNode {
  const t = useWords(texts);
  if (rides.length === 0) return null;
  return (
    <section>
      <p>{words}</p>
      <ul className="shiftLeft">
        {rides.map((ride) => (
          <li key={ride.id}>
            <button type="button" className="shiftLeftRide figures" onClick={() => onOpen(ride)}>
              {t.ride(tableTime(ride.scheduledPickup ?? ride.requested.second), ride.riderName)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
