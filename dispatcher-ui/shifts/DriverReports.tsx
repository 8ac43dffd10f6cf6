import { type ReactNode, type RefObject, useState } from 'react';
import type { DeskReport, RideView, ShiftView, StopView } from '../../backend/contract/index.ts';
import { ChoiceField } from '../../screen-kit/parts/ChoiceField.tsx';
import { FaultNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import {
  canTakeBackArrival,
  type DriverAct,
  findNextAct,
  listOpenRides,
} from '../../screen-kit/store/nextAct.ts';
import { actTexts } from '../../screen-kit/words/actTexts.ts';
import { useStopName } from '../../screen-kit/words/useStopName.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { useDesk } from '../frame/deskContext.ts';
import { isRevocable, reportOf } from '../store/driverReport.ts';
import { ReportSheet } from './ReportSheet.tsx';
import { type DriverReports as Reports, useDriverReports } from './useDriverReports.ts';

const texts = {
  title: { ja: '電話で聞いて、代わりに記録', en: 'Report for the driver, by telephone' },
  next: { ja: '次の行き先', en: 'Next stop' },
  here: { ja: 'いま停車中', en: 'Stopped at' },
  when: { ja: 'いつのことか', en: 'When it was' },
  now: { ja: 'いま', en: 'Now' },
  ago: { ja: (minutes: string) => `${minutes}分前`, en: (minutes: string) => `${minutes} min ago` },
  who: { ja: 'どなたか', en: 'Who' },
  said: {
    ja: (of: string, word: string) => `${of} ${word}`,
    en: (of: string, word: string) => `${word}: ${of}`,
  },
};

const MINUTES_AGO = ['0', '5', '10', '20'] as const;
type MinutesAgo = (typeof MINUTES_AGO)[number];

interface DriverReportsProps {
  readonly shift: ShiftView;
  /** The button of what comes next, for its letter. */
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
}

/** What the driver of the shift would tap next, to be reported for the driver who rings. */
export function DriverReports({ shift, buttonRef }: DriverReportsProps): ReactNode {
  const t = useWords(texts);
  const { feed } = useDesk();
  const [ago, setAgo] = useState<MinutesAgo>('0');
  // What comes next is another thing, and was nearly always just now.
  const reports = useDriverReports(shift, () => setAgo('0'));
  const [chosenId, setChosenId] = useState<string | null>(null);
  const act = findNextAct(feed.state, shift, chosenId);
  const stopName = useStopName(feed.state);
  if (act.type === 'wait' || act.type === 'ended') return null;
  const { stop } = act;
  const open = stop.state === 'arrived' ? listOpenRides(feed.state, stop) : [];
  return (
    <section className="driverReports" aria-label={t.title}>
      <h4>{t.title}</h4>
      <p>
        {stop.state === 'arrived' ? t.here : t.next} <strong>{stopName(stop)}</strong>
      </p>
      <RiderChoice rides={open} act={act} onChoose={setChosenId} />
      <div className="rideActs">
        <ReportButtons
          act={act}
          minutesAgo={Number(ago)}
          stopName={stopName}
          reports={reports}
          buttonRef={buttonRef}
        />
        {canTakeBackArrival(feed.state, stop) ? <TakeBack stop={stop} onPress={reports.send} /> : null}
      </div>
      {/* Behind the buttons: it is nearly always now, and what is to be reported has to be in sight. */}
      <ChoiceField
        label={t.when}
        value={ago}
        choices={MINUTES_AGO.map((value) => ({ value, text: value === '0' ? t.now : t.ago(value) }))}
        onChange={setAgo}
      />
      {reports.asked ? <ReportSheet shift={shift} asked={reports.asked} reports={reports} /> : null}
      <FaultNotice fault={reports.asked ? null : reports.fault} />
    </section>
  );
}

interface RiderChoiceProps {
  readonly rides: readonly RideView[];
  readonly act: DriverAct;
  readonly onChoose: (rideId: string) => void;
}

/** Who it is about, where several get in or out: first out, then in, as on the driver's page, unless chosen. */
function RiderChoice({ rides, act, onChoose }: RiderChoiceProps): ReactNode {
  const t = useWords(texts);
  if (rides.length < 2 || !('ride' in act)) return null;
  return (
    <ChoiceField
      label={t.who}
      value={act.ride.id}
      choices={rides.map(({ id, riderName }) => ({ value: id, text: riderName }))}
      onChange={onChoose}
    />
  );
}

interface ReportButtonsProps {
  readonly act: Exclude<DriverAct, { type: 'wait' | 'ended' }>;
  readonly minutesAgo: number;
  readonly stopName: (stop: StopView) => string;
  readonly reports: Reports;
  readonly buttonRef: DriverReportsProps['buttonRef'];
}

function ReportButtons({ act, minutesAgo, stopName, reports, buttonRef }: ReportButtonsProps): ReactNode {
  const t = useWords(texts);
  const said = useWords(actTexts);
  const of = 'ride' in act ? said.name(act.ride.riderName) : stopName(act.stop);
  const report = reportOf(act, minutesAgo);
  const word = useActWord(act);
  if (!report) return null;
  const ask = (what: string, asked: DeskReport) => reports.ask({ title: t.said(of, what), report: asked });
  return (
    <>
      <WorkButton
        look="main"
        shortcut="R"
        buttonRef={buttonRef}
        onPress={() => (isRevocable(act) ? reports.send(report) : ask(word, report))}
      >
        {t.said(of, word)}
      </WorkButton>
      {act.type === 'board' ? (
        <WorkButton
          onPress={() => ask(said.noShow, { type: 'ride:noShow', rideId: act.ride.id, minutesAgo })}
        >
          {said.noShow}
        </WorkButton>
      ) : null}
    </>
  );
}

interface TakeBackProps {
  readonly stop: StopView;
  readonly onPress: (report: DeskReport) => Promise<void>;
}

function TakeBack({ stop, onPress }: TakeBackProps): ReactNode {
  const said = useWords(actTexts);
  const report: DeskReport = { type: 'stop:takeBackArrival', stopId: stop.id, minutesAgo: 0 };
  return <WorkButton onPress={() => onPress(report)}>{said.undo(said.saidArrive)}</WorkButton>;
}

function useActWord(act: ReportButtonsProps['act']): string {
  const said = useWords(actTexts);
  if (act.type === 'arrive' && act.stop.kind === 'break') return said.beginBreak;
  if (act.type === 'depart' && act.stop.kind === 'break') return said.endBreak;
  return said[act.type];
}
