import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refused } from '../../domain/fault/refused.ts';
import type { EpochMs } from '../../domain/units/time.ts';

/** How far a report's time may be off before it counts as replayed. */
const REPLAY_WINDOW_MS = 5 * 60_000;

/** The signature of a report: hex HMAC-SHA256 over the sender's Unix time and the body as it was sent. */
export function signCall(secret: string, timestamp: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}

/**
 * Is the report what the line's telephone system sent, and sent just now?
 * @throws Refused `badSignature`, `signatureTooOld`
 */
export function demandSignature(
  secret: string,
  headers: { readonly timestamp: string | undefined; readonly signature: string | undefined },
  body: Buffer,
  now: EpochMs,
): void {
  const { timestamp = '', signature = '' } = headers;
  const given = Buffer.from(signature.replace(/^sha256=/, ''));
  const expected = Buffer.from(signCall(secret, timestamp, body));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Refused({ code: 'badSignature' });
  }
  const sentAt = Number(timestamp) * 1000;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - sentAt) > REPLAY_WINDOW_MS) {
    throw new Refused({ code: 'signatureTooOld' });
  }
}
