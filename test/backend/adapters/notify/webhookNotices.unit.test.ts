import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebhookNotices } from '../../../../backend/adapters/notify/webhookNotices.ts';
import { findMobileNumber } from '../../../../backend/domain/notice/telephone.ts';
import { SILENT_LOG } from '../../../support/silentLog.ts';

const SECRET = 'a secret of the test';
const NOW = Date.UTC(2026, 5, 10);
const NOTICE = {
  id: 'notice-1',
  personId: 'person-1',
  to: { kind: 'sms' as const, address: findMobileNumber('090-0000-0001')! },
  text: 'あすのお迎えは午前9時です。',
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A sender that answers with these statuses in turn (0: never), and what it got. */
async function open(statuses: readonly number[], timeoutMs = 5_000) {
  const got: { headers: IncomingMessage['headers']; body: string }[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      const status = statuses[Math.min(got.length, statuses.length) - 1] ?? 200;
      if (status > 0) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  const pauses: number[] = [];
  const notices = createWebhookNotices({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notices`,
    secret: SECRET,
    log: SILENT_LOG,
    now: () => NOW,
    random: () => 0.5,
    rest: async (milliseconds) => void pauses.push(milliseconds),
    timeoutMs,
  });
  return { notices, got, pauses };
}

describe('notices handed over by signed posts', () => {
  it('taken: once, with a signature over timestamp and body that the receiver can check', async () => {
    const { notices, got } = await open([202]);
    expect(await notices.send(NOTICE)).toEqual({ ok: true });
    const [{ headers, body }] = got as [(typeof got)[0]];
    const timestamp = new Date(NOW).toISOString();
    expect(headers['x-ainori-timestamp']).toBe(timestamp);
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['x-ainori-signature']).toBe(`sha256=${signature}`);
    expect(headers['idempotency-key']).toBe('notice-1');
    expect(JSON.parse(body)).toEqual({
      id: 'notice-1',
      kind: 'sms',
      address: '09000000001',
      text: NOTICE.text,
    });
  });

  it('a fault that passes: tried again with growing pauses, under the same id', async () => {
    const { notices, got, pauses } = await open([503, 429, 200]);
    expect(await notices.send(NOTICE)).toEqual({ ok: true });
    expect(got.map(({ headers }) => headers['idempotency-key'])).toEqual(Array(3).fill('notice-1'));
    // 500 ms, then 1,000 ms, each times 0.5 + 0.5.
    expect(pauses).toEqual([500, 1000]);
  });

  it('a refusal: not tried again', async () => {
    const { notices, got } = await open([400]);
    expect(await notices.send(NOTICE)).toEqual({ ok: false, failure: 'status400' });
    expect(got).toHaveLength(1);
  });

  it('no answer: given up after four tries, and said so', async () => {
    const { notices, got } = await open([0], 200);
    expect(await notices.send(NOTICE)).toEqual({ ok: false, failure: 'timedOut' });
    expect(got).toHaveLength(4);
  });
});
