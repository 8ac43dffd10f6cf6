import { useEffect, useState } from 'react';
import type { PreviewSeries, SeriesDateView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

/** What is typed is settled before the server is asked. */
const PAUSE_MS = 250;

/** The dates of what is typed; those of the last good question stay until the next answer. */
export function useSeriesDates(series: PreviewSeries | null): {
  readonly dates: readonly SeriesDateView[] | null;
  readonly fault: ApiFault | null;
} {
  const { api, onFault } = useScreen();
  const [dates, setDates] = useState<readonly SeriesDateView[] | null>(null);
  const [fault, setFault] = useState<ApiFault | null>(null);
  const question = series && JSON.stringify(series);

  useEffect(() => {
    if (question === null) return;
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setDates((await api.previewSeries(JSON.parse(question), asked.signal)).dates);
        setFault(null);
      } catch (cause) {
        if (asked.signal.aborted) return;
        setFault(asFault(cause));
        onFault(cause);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [question, api, onFault]);

  return { dates, fault };
}
