import type { ReactNode } from 'react';
import type { ShiftView } from '../../backend/contract/index.ts';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { daySecondOf, tableTime, tableWindow } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { CallLink } from '../board/CallLink.tsx';
import { useDesk } from '../frame/deskContext.ts';
import { handTexts } from '../rides/doneTexts.ts';
import { shiftEndAct } from '../store/shiftEnd.ts';
import { DriverReports } from './DriverReports.tsx';
import type { ShiftActs } from './useShiftActs.ts';

const texts = {
  close: { ja: '閉じる', en: 'Close' },
  driver: { ja: '運転手', en: 'Driver' },
  provider: { ja: '会社', en: 'Company' },
  hours: { ja: '便の時間', en: 'Hours' },
  ended: { ja: '業務終了', en: 'Ended' },
  endedBy: {
    ja: (time: string, who: string) => `${time}（${who}）`,
    en: (time: string, who: string) => `${time} (${who})`,
  },
  end: { ja: '業務を終える', en: 'End the shift' },
  goOn: { ja: '業務を再開する', en: 'Let it go on' },
};

/** The hours of a shift pass while nobody presses anything. */
const LOOK_MS = 30_000;

/** The marked shift: who drives, how to reach them, and its end. Nothing where a ride is marked. */
export function ShiftDetail({ acts }: { acts: ShiftActs }): ReactNode {
  const { feed, selection, selectShift, canBook } = useDesk();
  const shift = selection.shiftId === null ? undefined : feed.state.shifts.get(selection.shiftId);
  if (!shift || selection.rideId !== null || !canBook) return null;
  return <ShiftCard key={shift.id} shift={shift} acts={acts} onClose={() => selectShift(null)} />;
}

interface ShiftCardProps {
  readonly shift: ShiftView;
  readonly acts: ShiftActs;
  readonly onClose: () => void;
}

function ShiftCard({ shift, acts, onClose }: ShiftCardProps): ReactNode {
  const t = useWords(texts);
  const { session } = useScreen();
  const { moment } = useServerNow(LOOK_MS);
  const act = shiftEndAct(shift, session, daySecondOf(shift.day, moment));
  return (
    <article className="rideCard" onKeyDown={acts.press}>
      <div className="rideCardHead">
        <h3>{shift.vehicleName}</h3>
        <span className="rideCardGap" />
        <WorkButton look="quiet" onPress={onClose}>
          {t.close}
        </WorkButton>
      </div>
      <ShiftFacts shift={shift} />
      <CallLink telephone={shift.telephone} />
      {act === 'end' ? <DriverReports shift={shift} buttonRef={acts.reportButton} /> : null}
      {act === null ? null : (
        <div className="rideActs">
          {act === 'end' ? (
            <WorkButton onPress={() => acts.end(shift)} shortcut="E">
              {t.end}
            </WorkButton>
          ) : (
            <WorkButton onPress={() => acts.goOn(shift)} shortcut="U">
              {t.goOn}
            </WorkButton>
          )}
        </div>
      )}
      <FaultNotice fault={acts.faultOf(shift.id)} />
    </article>
  );
}

function ShiftFacts({ shift }: { shift: ShiftView }): ReactNode {
  const t = useWords(texts);
  const hands = useWords(handTexts);
  const { ended, endedBy, start, end } = shift;
  const who = endedBy ? [hands[endedBy.kind], endedBy.name].filter(Boolean).join(' ') : t.driver;
  const facts: readonly (readonly [string, string | null])[] = [
    [t.driver, shift.driverName],
    [t.provider, shift.providerName],
    [t.hours, tableWindow({ earliest: start, latest: end })],
    [t.ended, ended === undefined ? null : t.endedBy(tableTime(ended), who)],
  ];
  return (
    <dl className="rideFacts">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
