import { createHmac } from 'node:crypto';
import type { Log } from '../../ports/log.ts';
import type { Delivery, Notice, Notices } from '../../ports/notices.ts';

/** Where notices are handed over, and what the receiver knows us by. */
export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
  readonly log: Log;
  readonly now: () => number;
  readonly fetch?: typeof fetch;
  /** A number from 0 up to 1: spreads the tries of many processes. */
  readonly random?: () => number;
  readonly rest?: (milliseconds: number) => Promise<void>;
  readonly timeoutMs?: number;
}

const TRIES = 4;
const FIRST_PAUSE_MS = 500;
const TIMEOUT_MS = 5000;

/**
 * The signature of a body: `sha256=` and the HMAC of `<timestamp>.<body>` in hexadecimal. The receiver refuses
 * timestamps that are older than a few minutes, so that nothing can be played back.
 */
function signBody(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** Hands notices to a sender of text messages, calls and mail by signed HTTP posts. */
export function createWebhookNotices(options: WebhookOptions): Notices {
  const { log, random = Math.random, rest = pause } = options;
  return {
    async send(notice) {
      let last: Attempt = { delivery: { ok: false, failure: 'notTried' }, isWorthRetrying: true };
      for (let attempt = 0; attempt < TRIES && last.isWorthRetrying; attempt++) {
        if (attempt > 0) await rest(FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + random()));
        last = await post(options, notice);
        if (last.delivery.ok) return last.delivery;
      }
      log.warn(
        { id: notice.id, kind: notice.to.kind, ...last.delivery },
        'a notice could not be handed over',
      );
      return last.delivery;
    },
  };
}

interface Attempt {
  readonly delivery: Delivery;
  readonly isWorthRetrying: boolean;
}

async function post(options: WebhookOptions, notice: Notice): Promise<Attempt> {
  const { url, secret, now, fetch: send = fetch, timeoutMs = TIMEOUT_MS } = options;
  const body = JSON.stringify({ id: notice.id, ...notice.to, text: notice.text });
  const timestamp = new Date(now()).toISOString();
  try {
    const response = await send(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': notice.id,
        'X-Ainori-Timestamp': timestamp,
        'X-Ainori-Signature': signBody(secret, timestamp, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return { delivery: { ok: true }, isWorthRetrying: false };
    const isPassing = response.status >= 500 || response.status === 408 || response.status === 429;
    return { delivery: { ok: false, failure: `status${response.status}` }, isWorthRetrying: isPassing };
  } catch (fault) {
    const isLate = fault instanceof Error && fault.name === 'TimeoutError';
    return { delivery: { ok: false, failure: isLate ? 'timedOut' : 'unreachable' }, isWorthRetrying: true };
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, milliseconds));
}
