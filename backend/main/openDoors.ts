import type { IncomingHttpHeaders } from 'node:http';
import { createHttpApp } from '../adapters/http/createHttpApp.ts';
import type { HttpDeps } from '../adapters/http/httpDeps.ts';
import { isOwnOrigin } from '../adapters/http/ownOrigin.ts';
import { readSessionToken } from '../adapters/http/sessionCookie.ts';
import { createSockets, type Sockets } from '../adapters/sockets/createSockets.ts';
import type { SocketSession } from '../adapters/sockets/socketDeps.ts';
import type { FrontDoor } from './frontDoor.ts';

/** Doors at most this often ring for new events. */
const RING_EVERY_MS = 100;
const SESSION_CHECK_MS = 30_000;

/** Opens HTTP and sockets behind one port. */
export function openDoors(frontDoor: FrontDoor, deps: Omit<HttpDeps, 'onSessionClosed'>): Sockets {
  const { store, operations, clock, wallClock, log } = deps;
  const sockets = createSockets(frontDoor.server, {
    store,
    operations,
    clock,
    wallClock,
    log,
    noteLook: (acting, accountId) => deps.riders.noteLook(acting, accountId),
    findSession: (cookie) => findSession(deps, cookie),
    isOwnOrigin: (headers) => isOwnOrigin(headers.origin, undefined, hostOf(headers, deps.trustedProxies)),
    ringEveryMs: RING_EVERY_MS,
    sessionCheckMs: SESSION_CHECK_MS,
  });
  frontDoor.open(createHttpApp({ ...deps, onSessionClosed: (token) => sockets.cutSession(token) }));
  return sockets;
}

async function findSession(
  { accounts, wallClock }: Pick<HttpDeps, 'accounts' | 'wallClock'>,
  cookieHeader: string | undefined,
): Promise<SocketSession | undefined> {
  const token = readSessionToken(cookieHeader);
  if (token === undefined) return undefined;
  const account = await accounts.findSession(token, wallClock.now());
  return account && { token, account };
}

/** The host the browser asked for: as the nearest proxy tells, where proxies are to be believed. */
function hostOf(headers: IncomingHttpHeaders, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? headers['x-forwarded-host'] : undefined;
  return String(forwarded ?? headers.host ?? '')
    .split(',')[0]!
    .trim();
}
