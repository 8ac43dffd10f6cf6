import { useState } from 'react';
import type { DeskReport, ShiftView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { useDesk } from '../frame/deskContext.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';

/** What is agreed to before it is reported: it cannot be taken back. */
export interface AskedReport {
  readonly title: string;
  readonly report: DeskReport;
}

/** Reporting for a driver who rings. */
export interface DriverReports {
  /** Reports at once. */
  readonly send: (report: DeskReport) => Promise<void>;
  /** Asks first. */
  readonly ask: (asked: AskedReport) => void;
  /** Null: nothing is asked. */
  readonly asked: AskedReport | null;
  /** Reports what was asked; the question stays open where that was refused. */
  readonly confirm: () => Promise<void>;
  readonly leave: () => void;
  /** Why the last report failed. */
  readonly fault: ApiFault | null;
}

/** @param onReported after each report that was written */
export function useDriverReports({ id, version }: ShiftView, onReported: () => void): DriverReports {
  const { api } = useScreen();
  const { feed } = useDesk();
  const { fault, attempt, forget } = useAttempt();
  const sendOnce = useSendOnce();
  const [asked, setAsked] = useState<AskedReport | null>(null);

  function tryTo(report: DeskReport): Promise<boolean> {
    return attempt(async () => {
      await sendOnce(`${JSON.stringify(report)} ${id} ${version}`, (key) =>
        api.reportForDriver(id, report, key),
      );
      feed.reader?.readNow();
      onReported();
    });
  }

  return {
    async send(report) {
      await tryTo(report);
    },
    ask(question) {
      forget();
      setAsked(question);
    },
    asked,
    async confirm() {
      if (asked && (await tryTo(asked.report))) setAsked(null);
    },
    leave() {
      forget();
      setAsked(null);
    },
    fault,
  };
}
