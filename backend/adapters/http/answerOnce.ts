import { createHash } from 'node:crypto';
import { Refused } from '../../domain/fault/refused.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { StoredAnswer } from '../../ports/tables.ts';
import { accountScopeOf, type Call, type Handler, type Reply } from './call.ts';
import type { KeyedQueue } from './keyedQueue.ts';
import { refusalReply } from './refusalReply.ts';

/**
 * Makes a writing handler answer an `Idempotency-Key` once: the same question gets the stored answer again, another
 * question under the same key is refused. Two at once with one key: the second waits and gets the first one's answer.
 * Refusals are answers too and are kept; faults are not, so that they may be tried again.
 */
export function answerOnce(handler: Handler, queue: KeyedQueue): Handler {
  return async (call) => {
    const key = call.header('idempotency-key');
    if (key === undefined) return handler(call);
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new Refused({ code: 'malformedInput', field: 'Idempotency-Key' });
    }
    const { accountId } = accountScopeOf(call);
    return queue.run(`${accountId} ${key}`, () => answerUnderKey(handler, call, accountId, key));
  };
}

async function answerUnderKey(handler: Handler, call: Call, accountId: string, key: string): Promise<Reply> {
  const fingerprint = fingerprintOf(call);
  const stored = await findAnswer(call, accountId, key);
  if (stored) return replayed(stored, fingerprint);
  const reply = await handlerOrRefusal(handler, call);
  if (reply.status >= 500) return reply;
  const answer: StoredAnswer = {
    fingerprint,
    status: reply.status,
    body: JSON.stringify(reply.body ?? null),
    at: call.deps.clock.now(),
  };
  try {
    await call.deps.store.write(accountScopeOf(call), (tables) =>
      tables.answers.insert(accountId, key, answer),
    );
    return reply;
  } catch (fault) {
    if (!(fault instanceof StaleWrite)) throw fault;
    const first = await findAnswer(call, accountId, key);
    if (!first) throw fault;
    return replayed(first, fingerprint);
  }
}

async function handlerOrRefusal(handler: Handler, call: Call): Promise<Reply> {
  try {
    return await handler(call);
  } catch (fault) {
    if (fault instanceof Refused) return refusalReply(fault);
    throw fault;
  }
}

function findAnswer(call: Call, accountId: string, key: string): Promise<StoredAnswer | undefined> {
  return call.deps.store.read(accountScopeOf(call), (tables) => tables.answers.find(accountId, key));
}

function replayed(stored: StoredAnswer, fingerprint: string): Reply {
  if (stored.fingerprint !== fingerprint) throw new Refused({ code: 'idempotencyKeyReused' });
  const headers = { 'Idempotency-Replayed': 'true' };
  return { status: stored.status, body: JSON.parse(stored.body), headers };
}

/** Hash of method, path, rider acted for and body, keys of objects in a fixed order. */
function fingerprintOf(call: Call): string {
  const forWhom = call.acting ? `${call.acting.personId}\n` : '';
  return createHash('sha256')
    .update(`${call.method} ${call.path}\n${forWhom}${canonicalJson(call.body)}`)
    .digest('base64url');
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
