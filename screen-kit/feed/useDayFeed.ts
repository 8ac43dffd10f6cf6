import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Audience } from '../../backend/contract/index.ts';
import { useScreen } from '../session/screenContext.ts';
import { type DayState, EMPTY_DAY } from '../store/dayState.ts';
import { createFeedReader, type FeedReader, type FeedStatus } from '../store/feedReader.ts';
import { type ApiFault, asFault } from '../transport/apiFault.ts';
import { type FeedLine, openFeedLine } from '../transport/feedLine.ts';

export interface DayFeed {
  readonly state: DayState;
  readonly status: FeedStatus;
  /** Why the last read failed, to be shown; null when it did not. */
  readonly fault: ApiFault | null;
  /** Null only until the first drawing is on the screen. */
  readonly reader: FeedReader | null;
}

/** A line to the server's sockets for as long as this part is on the screen; null until it is open. */
export function useFeedLine(): FeedLine | null {
  const { api } = useScreen();
  const [line, setLine] = useState<FeedLine | null>(null);
  useEffect(() => {
    const opened = openFeedLine(api);
    setLine(opened);
    return () => {
      opened.close();
      setLine(null);
    };
  }, [api]);
  return line;
}

/** Follows a service day (left out: the server's today) over the line. */
export function useDayFeed(line: FeedLine | null, audience: Audience, day?: string): DayFeed {
  const { onFault } = useScreen();
  const [reader, setReader] = useState<FeedReader | null>(null);
  useEffect(() => {
    if (!line) return;
    const started = createFeedReader(
      {
        read: line.read,
        onRing: line.onRing,
        onLine: line.onLine,
        onFailure: onFault,
        setTimer: (work, milliseconds) => setTimeout(work, milliseconds),
        clearTimer: (timer) => clearTimeout(timer as number),
      },
      { audience, ...(day === undefined ? {} : { day }) },
    );
    setReader(started);
    return () => {
      started.stop();
      setReader(null);
    };
  }, [line, audience, day, onFault]);

  const source = useMemo(() => reader ?? NOTHING_READ, [reader]);
  const state = useSyncExternalStore(source.subscribe, source.state);
  const status = useSyncExternalStore(source.subscribe, source.status);
  const failure = useSyncExternalStore(source.subscribe, source.failure);
  return useMemo(
    () => ({ state, status, fault: failure === null ? null : asFault(failure), reader }),
    [state, status, failure, reader],
  );
}

const NOTHING_READ: Pick<FeedReader, 'state' | 'status' | 'failure' | 'subscribe'> = {
  state: () => EMPTY_DAY,
  status: () => 'waiting',
  failure: () => null,
  subscribe: () => () => undefined,
};
