import { useCallback, useEffect, useRef, useState } from 'react';
import type { PreviewSeries, SeriesDateView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';
import { isLost } from '../outbox/isLost.ts';
import { useResend } from '../outbox/useResend.ts';

/** What is typed is settled before the server is asked. */
const PAUSE_MS = 250;

/**
 * The dates of what is typed; those of the last good question stay until the next answer. Asked again by itself when the
 * server is back.
 */
export function useSeriesDates(series: PreviewSeries | null): {
  readonly dates: readonly SeriesDateView[] | null;
  readonly fault: ApiFault | null;
} {
  const { api, onFault } = useScreen();
  const [dates, setDates] = useState<readonly SeriesDateView[] | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const asked = useRef(new AbortController());
  const question = series && JSON.stringify(series);

  const ask = useCallback(async (): Promise<void> => {
    if (question === null) return;
    const { signal } = asked.current;
    try {
      const found = await api.previewSeries(JSON.parse(question), signal);
      if (signal.aborted) return;
      setDates(found.dates);
      setFault(null);
    } catch (cause) {
      if (signal.aborted) return;
      setFault(asFault(cause));
      onFault(cause);
    }
  }, [question, api, onFault]);

  useEffect(() => {
    const own = new AbortController();
    asked.current = own;
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      own.abort();
    };
  }, [ask]);
  useResend(fault !== null && isLost(fault), ask);

  return { dates, fault };
}
