import type { ReactNode } from 'react';
import type { ShiftView } from '../../backend/contract/index.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { daySecondOf, tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { MoveSheet } from '../moves/MoveSheet.tsx';
import { writtenSecond } from '../store/driverReport.ts';
import type { AskedReport, DriverReports } from './useDriverReports.ts';

const texts = {
  means: {
    ja: (time: string) =>
      `運転手に代わって、${time}のこととして記録します。お客様にもそのように伝わり、元には戻せません。`,
    en: (time: string) =>
      `It is written down for the driver as of ${time}. Riders read it too, and it cannot be taken back.`,
  },
  moved: {
    ja: '選んだ時刻は、前に記録した時刻より早いので、前の記録と同じ時刻にします。',
    en: 'The time chosen is before what was reported last, so it becomes that time.',
  },
  leave: { ja: 'やめる', en: 'Leave it' },
  report: { ja: '記録する', en: 'Report it' },
};

interface ReportSheetProps {
  readonly shift: ShiftView;
  readonly asked: AskedReport;
  readonly reports: DriverReports;
}

/** Asks before what cannot be taken back is reported for a driver. */
export function ReportSheet({ shift, asked, reports }: ReportSheetProps): ReactNode {
  const t = useWords(texts);
  const { feed } = useDesk();
  const { moment } = useServerNow();
  const { minutesAgo } = asked.report;
  const nowSecond = daySecondOf(shift.day, moment);
  const written = writtenSecond(shift, feed.state.rides.values(), nowSecond, minutesAgo);
  return (
    <MoveSheet
      title={asked.title}
      safe={{ text: t.leave, onPress: reports.leave }}
      deed={{ text: t.report, look: 'main', onPress: reports.confirm }}
      fault={reports.fault}
      onLook={() => void reports.confirm()}
      onClose={reports.leave}
    >
      <p>{t.means(tableTime(written))}</p>
      {written > nowSecond - minutesAgo * 60 ? <p>{t.moved}</p> : null}
    </MoveSheet>
  );
}
