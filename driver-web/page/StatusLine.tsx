import type { ReactNode } from 'react';
import type { FeedStatus } from '../../screen-kit/store/feedReader.ts';
import { tableTime } from '../../screen-kit/words/times.ts';
import { useWords } from '../../screen-kit/words/words.ts';
import { texts } from './words.ts';

export interface StatusLineProps {
  readonly vehicleName: string;
  readonly nowSecond: number;
  readonly feedStatus: FeedStatus;
  /** Records that wait to be sent. */
  readonly waiting: number;
  readonly onMenu: () => void;
}

const shapes: Record<FeedStatus, string> = { waiting: '◌', connected: '●', stale: '▲', offline: '✕' };

/** Which vehicle, what time, whether there is a signal, and what still has to be sent. */
export function StatusLine(props: StatusLineProps): ReactNode {
  const t = useWords(texts);
  const word = { waiting: t.connecting, connected: t.connected, stale: t.stale, offline: t.offline };
  return (
    <div className="statusLine">
      <span className="statusVehicle">{props.vehicleName}</span>
      <span className="statusClock figures">{tableTime(props.nowSecond)}</span>
      <span className="statusNet">
        <span className={`statusFeed statusFeed-${props.feedStatus}`} role="status">
          <span aria-hidden="true">{shapes[props.feedStatus]} </span>
          {word[props.feedStatus]}
        </span>
        <span className="statusWaiting figures" role="status">
          {props.waiting > 0 ? t.waiting(props.waiting) : ''}
        </span>
      </span>
      <button type="button" className="button button-plain statusMenu" onClick={props.onMenu}>
        {t.menu}
      </button>
    </div>
  );
}
