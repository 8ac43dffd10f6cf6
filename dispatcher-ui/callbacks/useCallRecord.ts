import { useState } from 'react';
import type { CallBackView, CallQueueView, RecordCall } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { asFault } from '../../screen-kit/transport/apiFault.ts';
import { isLost } from '../outbox/isLost.ts';
import { useResend } from '../outbox/useResend.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import type { Queue } from './useQueue.ts';

/** How the calls that were rung went, on its way to the server. */
export interface CallRecord {
  /** The call that was recorded last, while it can be taken back. */
  readonly done: RecordedCall | null;
  /** It is not known whether the last call is recorded; it goes out again by itself. */
  readonly isUnsent: boolean;
  readonly record: (call: CallBackView, body: RecordCall) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** The time to take it back is over. */
  readonly forget: () => void;
}

export interface RecordedCall {
  readonly callId: string;
  readonly name: string;
  readonly what: RecordCall['outcome'];
  /** When the rider is rung again, as they wished; null: nothing was agreed. */
  readonly later: string | null;
}

/** @param onRecorded the call is done: the next one can be rung */
export function useCallRecord(queue: Queue<CallQueueView>, onRecorded: () => void): CallRecord {
  const { api } = useScreen();
  const sendOnce = useSendOnce();
  const [done, setDone] = useState<RecordedCall | null>(null);
  const [unsent, setUnsent] = useState<readonly [CallBackView, RecordCall] | null>(null);

  async function record(call: CallBackView, body: RecordCall): Promise<void> {
    const act = JSON.stringify([call.id, body]);
    let isUnanswered = false;
    const isDone = await queue.act(async () => {
      try {
        return await sendOnce(act, (key) => api.recordCall(call.id, body, key));
      } catch (cause) {
        isUnanswered = isLost(asFault(cause));
        throw cause;
      }
    });
    setUnsent(isUnanswered ? [call, body] : null);
    if (!isDone) return;
    setDone({ callId: call.id, name: call.person.name, what: body.outcome, later: body.later ?? null });
    onRecorded();
  }
  useResend(unsent !== null, async () => unsent && record(...unsent));

  async function undo(): Promise<void> {
    if (done && (await queue.act(() => api.undoCall(done.callId)))) setDone(null);
  }

  return { done, isUnsent: unsent !== null, record, undo, forget: () => setDone(null) };
}
