// Not through the door of the contract: the schemas behind it would come along into every page.
import { ACTING_FOR_HEADER } from '../../backend/contract/wireNames.ts';
import { type ApiFault, faultFromAnswer, offlineFault, timeoutFault } from './apiFault.ts';

/** One question to the server. */
export interface ServerCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1/`, without a leading slash, query included. */
  readonly path: string;
  readonly body?: unknown;
  /** Sent as it is, instead of a body. */
  readonly file?: Blob;
  /** Same key, same answer: lets a write be sent again safely after a lost answer. */
  readonly idempotencyKey?: string;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

export interface ServerLine {
  /** Address of `/api/v1/`, with the trailing slash. */
  readonly address: string;
  readonly fetch: typeof fetch;
  /** The session's token for writes; null before sign-in. */
  readonly csrfToken: () => string | null;
  /** The rider for whom a proxy asks; null: nobody. */
  readonly actedFor: string | null;
}

const USUAL_TIMEOUT_MS = 15_000;

/** Asks and answers the body; rejects with `ApiFault` only (or with the caller's own abort). */
export async function callServer<Answer>(line: ServerLine, call: ServerCall): Promise<Answer> {
  const timeout = AbortSignal.timeout(call.timeoutMs ?? USUAL_TIMEOUT_MS);
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
  const toFault = (cause: unknown): ApiFault | unknown => {
    if (call.signal?.aborted) return cause;
    return timeout.aborted ? timeoutFault() : offlineFault();
  };
  const response = await line
    .fetch(new URL(call.path, line.address), {
      method: call.method,
      headers: headersOf(line, call),
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.file === undefined ? {} : { body: call.file }),
    })
    .catch((cause: unknown) => Promise.reject(toFault(cause)));
  if (response.status === 204) return undefined as Answer;
  const text = await response.text().catch((cause: unknown) => Promise.reject(toFault(cause)));
  const body = parseJson(text);
  if (!response.ok || body === undefined) throw faultFromAnswer(response.status, body);
  return body as Answer;
}

function headersOf(line: ServerLine, call: ServerCall): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  if (call.file !== undefined) headers['Content-Type'] = 'application/octet-stream';
  const token = line.csrfToken();
  if (call.method !== 'GET' && token !== null) headers['X-Ainori-Csrf'] = token;
  if (line.actedFor !== null) headers[ACTING_FOR_HEADER] = line.actedFor;
  if (call.idempotencyKey !== undefined) headers['Idempotency-Key'] = call.idempotencyKey;
  return headers;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
