import { type ReactNode, useMemo } from 'react';
import { ConnectionNotice } from '../../screen-kit/parts/notices.tsx';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';
import { dayText, tableTime } from '../../screen-kit/words/times.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import { useIncoming } from '../caller/incomingContext.ts';
import { dutyEnd } from '../store/dutyEnd.ts';
import { DeskMenu } from './DeskMenu.tsx';
import { useDesk } from './deskContext.ts';

export type DeskView = 'desk' | 'riders' | 'board' | 'roads' | 'callBacks' | 'waitlist' | 'standing';

const texts = {
  desk: { ja: '受付', en: 'Desk' },
  board: { ja: '配車', en: 'Board' },
  riders: { ja: '台帳', en: 'Riders' },
  roads: { ja: '道路', en: 'Roads' },
  callBacks: { ja: '折り返し', en: 'Calls' },
  waitlist: { ja: '空き待ち', en: 'Waitlist' },
  standing: { ja: '定期', en: 'Standing' },
  views: { ja: '画面の切り替え', en: 'Views' },
  map: { ja: '地図', en: 'Map' },
  help: { ja: '使い方', en: 'Help' },
  speed: { ja: (speed: number) => `${speed}倍速`, en: (speed: number) => `×${speed}` },
  roadsUsual: { ja: '平常', en: 'ok' },
  waiting: { ja: (count: number) => `待ち ${count}`, en: (count: number) => `Queue ${count}` },
  vehicles: {
    ja: (out: number, all: number) => `便 ${out}/${all}`,
    en: (out: number, all: number) => `Out ${out}/${all}`,
  },
};

const VIEWS: readonly DeskView[] = ['desk', 'callBacks', 'waitlist', 'standing', 'riders', 'board', 'roads'];
/** Views of those who only look. */
const LOOKING: readonly DeskView[] = ['board', 'roads'];
/** The key that leads to each view; desk and board have one to go to and fro. */
const KEY_OF: Readonly<Record<DeskView, string>> = {
  desk: 'F9',
  callBacks: '⇧F2',
  waitlist: '⇧F3',
  standing: '⇧F4',
  riders: '⇧F6',
  board: 'F9',
  roads: 'F7',
};

export interface DeskHeaderProps {
  readonly view: DeskView;
  readonly onView: (view: DeskView) => void;
  readonly isMapOpen: boolean;
  readonly onMap: () => void;
  readonly onHelp: () => void;
}

/** What must be seen at every moment: the time, the roads, the vehicles out, the connection, who is at work. */
export function DeskHeader(props: DeskHeaderProps): ReactNode {
  const t = useWords(texts);
  const { roadsNotice } = useScreen().system;
  const { feed, canBook } = useDesk();
  return (
    <>
      <header className="deskHeader">
        <nav className="deskViews" aria-label={t.views}>
          {(canBook ? VIEWS : LOOKING).map((view) => (
            <button
              key={view}
              type="button"
              className="deskView"
              aria-current={props.view === view ? 'page' : undefined}
              onClick={() => props.onView(view)}
            >
              {t[view]}
              {view === 'callBacks' || view === 'waitlist' ? (
                <span className="deskCount figures">{feed.state.queues?.[view] ?? 0}</span>
              ) : null}
              {view === 'roads' && !roadsNotice ? <span className="deskCount">{t.roadsUsual}</span> : null}
              {props.view === view ? null : (
                <span className="key" aria-hidden="true">
                  {KEY_OF[view]}
                </span>
              )}
            </button>
          ))}
        </nav>
        <Clock />
        <VehiclesOut />
        <Waiting />
        <ConnectionNotice status={feed.status} />
        <span className="deskHeaderGap" />
        {props.view === 'desk' ? (
          <button
            type="button"
            className="button button-quiet"
            aria-pressed={props.isMapOpen}
            onClick={props.onMap}
          >
            {t.map}
            <span className="key" aria-hidden="true">
              F8
            </span>
          </button>
        ) : null}
        <WorkButton look="quiet" shortcut="F1" onPress={props.onHelp}>
          {t.help}
        </WorkButton>
        <DeskMenu />
      </header>
      <RoadsWarning />
    </>
  );
}

function Clock(): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const { clock } = useScreen();
  const now = useServerNow();
  return (
    <span className="deskClock figures">
      <strong>{tableTime(now.second)}</strong> {dayText(now.day, language)}
      {clock.speed === 1 ? null : <span className="deskSpeed">{t.speed(clock.speed)}</span>}
    </span>
  );
}

/** What is wrong with the roads, in words; that all is as usual stands beside the view of the roads. */
function RoadsWarning(): ReactNode {
  const language = useLanguage();
  const { roadsNotice } = useScreen().system;
  if (!roadsNotice) return null;
  return (
    <p className="deskWarning" role="status">
      <span aria-hidden="true">▲ </span>
      {roadsNotice[language]}
    </p>
  );
}

function VehiclesOut(): ReactNode {
  const t = useWords(texts);
  const { second, day } = useServerNow(10_000);
  const { shifts, day: shownDay } = useDesk().feed.state;
  const out = useMemo(
    () => [...shifts.values()].filter((shift) => shift.start <= second && second < dutyEnd(shift)).length,
    [shifts, second],
  );
  if (shownDay !== day) return null;
  return <span className="deskFact figures">{t.vehicles(out, shifts.size)}</span>;
}

/** Callers whose telephone still rings and whom nobody here has turned to; seen from every view. */
function Waiting(): ReactNode {
  const t = useWords(texts);
  const incoming = useIncoming();
  if (!incoming) return null;
  const { calls, opened } = incoming;
  const count = calls.filter(({ id, state }) => state === 'ringing' && id !== opened?.call.id).length;
  return <span className={`deskFact figures ${count > 0 ? 'deskCalling' : ''}`}>{t.waiting(count)}</span>;
}
