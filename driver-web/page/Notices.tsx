import type { ReactNode } from 'react';
import { WorkButton } from '../../screen-kit/parts/WorkButton.tsx';
import type { FeedStatus } from '../../screen-kit/store/feedReader.ts';
import { placeText } from '../../screen-kit/words/placeText.ts';
import { spokenTime, tableTime } from '../../screen-kit/words/times.ts';
import { useStopName } from '../../screen-kit/words/useStopName.ts';
import { useLanguage, useWords } from '../../screen-kit/words/words.ts';
import type { StationState } from '../device/stationState.ts';
import type { RefusedReport } from '../store/outbox.ts';
import type { ReadyCall } from '../store/readyCalls.ts';
import { commandWord } from './commandWord.ts';
import { texts } from './words.ts';

export interface NoticesProps {
  readonly state: StationState;
  readonly feedStatus: FeedStatus;
  /** Second of the service day of the last read. */
  readonly readSecond: number | null;
  readonly onDismissChanges: () => void;
  readonly onDismissRefused: (commandId: string) => void;
  readonly onDismissReady: (rideId: string) => void;
  readonly onSignIn: () => void;
}

/** What the driver has to be told, most serious first; each goes when it is over or was waved away. */
export function Notices(props: NoticesProps): ReactNode {
  const { state, readSecond } = props;
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <div className="notices">
      {state.isKept ? null : (
        <p className="notice notice-bad" role="alert">
          {t.notKept}
        </p>
      )}
      {state.needsSignIn ? (
        <div className="notice notice-bad" role="alert">
          <p>{t.signInAgain}</p>
          <WorkButton look="main" onPress={props.onSignIn}>
            {t.signInNow}
          </WorkButton>
        </div>
      ) : null}
      {state.outbox.refused.map((report) => (
        <RefusedNotice key={report.command.id} report={report} onDismiss={props.onDismissRefused} />
      ))}
      {state.ready
        .filter(({ state, isLate }) => state !== 'waiting' && isLate)
        .map((call) => (
          <ReadyNotice key={call.rideId} call={call} onDismiss={props.onDismissReady} />
        ))}
      {state.changes.length > 0 || state.nextStop !== null ? (
        <ChangesNotice state={state} onDismiss={props.onDismissChanges} />
      ) : null}
      {props.feedStatus === 'offline' && !state.needsSignIn && readSecond !== null ? (
        <p className="notice notice-quiet" role="status">
          {t.offlineNote(spokenTime(readSecond, language))}
        </p>
      ) : null}
    </div>
  );
}

function RefusedNotice(props: { report: RefusedReport; onDismiss: (id: string) => void }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  return (
    <div className="notice notice-bad" role="alert">
      <div>
        <p className="noticeTitle">{t.refusedTitle(commandWord(props.report.command, t))}</p>
        <p>{props.report.sentence[language]}</p>
        {props.report.action ? <p>{props.report.action[language]}</p> : null}
      </div>
      <WorkButton onPress={() => props.onDismiss(props.report.command.id)}>{t.dismiss}</WorkButton>
    </div>
  );
}

/** The office's answer to a rider's call for the way home that the driver did not see come. */
function ReadyNotice(props: { call: ReadyCall; onDismiss: (rideId: string) => void }): ReactNode {
  const { rideId, riderName, state, sentence } = props.call;
  const t = useWords(texts);
  const language = useLanguage();
  const isRefused = state === 'refused';
  return (
    <div
      className={`notice ${isRefused ? 'notice-bad' : 'notice-news'}`}
      role={isRefused ? 'alert' : 'status'}
    >
      <div>
        <p className="noticeTitle">{t.readyAnswer(riderName)}</p>
        <p>
          {sentence?.[language]} {isRefused ? t.readyRefused : ''}
        </p>
      </div>
      <WorkButton onPress={() => props.onDismiss(rideId)}>{t.dismiss}</WorkButton>
    </div>
  );
}

/** Where to go first is said before who is new. */
function ChangesNotice({ state, onDismiss }: { state: StationState; onDismiss: () => void }): ReactNode {
  const t = useWords(texts);
  const language = useLanguage();
  const nameOf = useStopName(state.shownDay);
  const { changes, nextStop } = state;
  const word = { added: t.changeAdded, removed: t.changeRemoved, moved: t.changeMoved };
  return (
    <div className="notice notice-news" role="status">
      <div>
        <p className="noticeTitle">{nextStop ? t.actChanged : t.changesTitle}</p>
        {nextStop ? (
          <p className="figures">
            {t.firstThere(nameOf(nextStop.now), tableTime(nextStop.now.start))}
            {nextStop.later ? t.thenThere(nameOf(nextStop.later), tableTime(nextStop.later.start)) : ''}
          </p>
        ) : null}
        <ul>
          {changes.map(({ kind, ride, pickupBefore, pickupAfter }) => (
            <li key={ride.id} className="figures">
              <strong className="changeMark">{word[kind]}</strong> {t.name(ride.riderName)}
              {ride.heldUntil ? t.heldMark : ''} {placeText(ride.from, language)}{' '}
              <span className="changeTimes">
                {kind === 'moved' && pickupBefore !== null ? `${tableTime(pickupBefore)} → ` : ''}
                {pickupAfter === null ? '' : tableTime(pickupAfter)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <WorkButton onPress={onDismiss}>{t.dismiss}</WorkButton>
    </div>
  );
}
