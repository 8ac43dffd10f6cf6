import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { ACTING_FOR_HEADER } from '../../contract/index.ts';
import type { Account } from '../../domain/account/account.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { type EndpointKey, isAllowed, splitKey } from './accessTable.ts';
import type { Call, Handler, Reply } from './call.ts';
import { compress, takesGzip } from './compression.ts';
import { faultReply, TookTooLong } from './faultReply.ts';
import type { HttpDeps } from './httpDeps.ts';
import { judgeActing } from './judgeActing.ts';
import { isOwnOrigin } from './ownOrigin.ts';
import { rawBodyOf } from './rawBody.ts';
import { isCsrfToken, readSessionToken } from './sessionCookie.ts';

/** The one way into a handler: who is it, may they, is it their own page that asks; then the answer or the fault. */
export function endpointHandler(key: EndpointKey, handler: Handler, deps: HttpDeps): RequestHandler {
  return async (request, response) => {
    const requestId = randomUUID();
    const began = deps.wallClock.now();
    const waiting = new AbortController();
    response.on('close', () => waiting.abort());
    let reply: Reply;
    try {
      const session = await readSession(request, deps);
      refuseForeignWrite(key, request, session?.token);
      const acting = await judgeActing(key, request.get(ACTING_FOR_HEADER), session?.account, deps);
      if (!acting && !isAllowed(key, session?.account.role)) {
        throw new Refused({ code: session ? 'notAllowed' : 'signInNeeded' });
      }
      const { signal } = waiting;
      const call = { ...callOf(request, deps, requestId, session), acting, signal };
      reply = await inTime(handler(call), deps.requestTimeoutMs);
    } catch (fault) {
      waiting.abort();
      reply = faultReply(fault, requestId, deps.log);
    }
    await sendReply(response, reply, requestId);
    const { method, path } = splitKey(key);
    const milliseconds = deps.wallClock.now() - began;
    deps.log.info({ requestId, method, path, status: reply.status, milliseconds }, 'request');
  };
}

async function readSession(
  request: Request,
  deps: HttpDeps,
): Promise<{ token: string; account: Account } | undefined> {
  const token = readSessionToken(request.headers.cookie);
  if (token === undefined) return undefined;
  const account = await deps.accounts.findSession(token, deps.wallClock.now());
  return account && { token, account };
}

/** Everything that writes must come from our own pages; sign-in has no session yet and so no token. */
function refuseForeignWrite(key: EndpointKey, request: Request, token: string | undefined): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.get('sec-fetch-site');
  if (!isOwnOrigin(request.get('origin'), site, request.host ?? '')) {
    throw new Refused({ code: 'crossSiteRequest' });
  }
  if (key === 'POST /api/v1/session' || token === undefined) return;
  if (!isCsrfToken(request.get('x-ainori-csrf'), token)) throw new Refused({ code: 'crossSiteRequest' });
}

function callOf(
  request: Request,
  deps: HttpDeps,
  requestId: string,
  session: Call['session'],
): Omit<Call, 'signal'> {
  return {
    deps,
    method: request.method,
    path: request.path,
    params: request.params as Record<string, string>,
    query: request.query,
    body: request.body,
    rawBody: rawBodyOf(request),
    requestId,
    header: (name) => request.get(name),
    isSecure: request.secure,
    session,
  };
}

function inTime(work: Promise<Reply>, milliseconds: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TookTooLong()), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Bodies shorter than this fit into one packet anyway. */
const WORTH_COMPRESSING = 1400;

/** Sends a reply; a buffer as it is, everything else as JSON, compressed where that pays. */
export async function sendReply(response: Response, reply: Reply, requestId: string): Promise<void> {
  response.status(reply.status).set('X-Request-Id', requestId).set('Cache-Control', 'no-store');
  if (reply.headers) response.set(reply.headers);
  if (reply.body === undefined || Buffer.isBuffer(reply.body)) {
    response.end(reply.body);
    return;
  }
  const text = JSON.stringify(reply.body);
  response.type(response.get('Content-Type') ?? 'application/json').vary('Accept-Encoding');
  if (text.length < WORTH_COMPRESSING || !takesGzip(response.req.get('accept-encoding'))) {
    response.end(text);
    return;
  }
  response.set('Content-Encoding', 'gzip').end(await compress(text));
}
