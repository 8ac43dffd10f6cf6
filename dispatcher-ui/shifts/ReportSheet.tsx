import type { ReactNode } from 'react';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { daySecondOf, serviceDayOf, tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { MoveSheet } from '../moves/MoveSheet.tsx';
import type { AskedReport, DriverReports } from './useDriverReports.ts';

const texts = {
  means: {
    ja: (time: string) =>
      `運転手に代わって、${time}のこととして記録します。お客様にもそのように伝わり、元には戻せません。`,
    en: (time: string) =>
      `It is written down for the driver as of ${time}. Riders read it too, and it cannot be taken back.`,
  },
  leave: { ja: 'やめる', en: 'Leave it' },
  report: { ja: '記録する', en: 'Report it' },
};

/** Asks before what cannot be taken back is reported for a driver. */
export function ReportSheet({ asked, reports }: { asked: AskedReport; reports: DriverReports }): ReactNode {
  const t = useWords(texts);
  const { moment } = useServerNow();
  const then = moment - asked.report.minutesAgo * 60_000;
  return (
    <MoveSheet
      title={asked.title}
      safe={{ text: t.leave, onPress: reports.leave }}
      deed={{ text: t.report, look: 'main', onPress: reports.confirm }}
      fault={reports.fault}
      onLook={() => void reports.confirm()}
      onClose={reports.leave}
    >
      <p>{t.means(tableTime(daySecondOf(serviceDayOf(then), then)))}</p>
    </MoveSheet>
  );
}
