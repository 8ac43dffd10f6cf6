import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { CALL_RING, DRIVER_COMMANDS, FEED_READ, FEED_RING, RIDER_OPEN } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import { audienceOf } from '../views/judgeFeedQuestion.ts';
import { problemOf } from '../views/problemOf.ts';
import { answerDriverCommands, answerFeedRead } from './answers.ts';
import { createCallBell } from './callBell.ts';
import { coalesce } from './coalesce.ts';
import { RiderPresences } from './riderPresence.ts';
import type { SocketDeps, SocketSession } from './socketDeps.ts';

/** The sockets' door. */
export interface Sockets {
  /** Cuts the sockets of a session that has ended. */
  cutSession(token: string): void;
  /** Tells everybody to come back later, and stops listening. */
  close(): Promise<void>;
}

/** The largest message: a driver's whole day of taps stays well below. */
const LARGEST_MESSAGE = 256 * 1024;

/**
 * socket.io on the HTTP server. It is only a doorbell and a faster way to ask: what it loses, a reader gets by asking
 * again from its cursor.
 */
export function createSockets(http: HttpServer, deps: SocketDeps): Sockets {
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: LARGEST_MESSAGE,
    allowRequest: (request, decide) => decide(null, deps.isOwnOrigin(request.headers)),
  });
  io.use((socket, next) => {
    admit(socket, deps).then(
      (isAdmitted) => next(isAdmitted ? undefined : new Error('signInNeeded')),
      () => next(new Error('busyTryAgain')),
    );
  });
  const presences = new RiderPresences(io);
  io.on('connection', (socket) => receive(socket, deps, presences));
  const bell = coalesce(() => io.emit(FEED_RING), deps.ringEveryMs);
  const calls = createCallBell(deps, (accountId) => {
    io.to(accountId === null ? DESKS : accountRoom(accountId)).emit(CALL_RING);
  });
  const stopRinging = deps.store.onNewEvents(() => {
    bell.pull();
    calls.pull();
  });
  const check = setInterval(() => void cutEnded(io, deps), deps.sessionCheckMs);
  check.unref();
  return {
    cutSession(token) {
      io.in(sessionRoom(token)).disconnectSockets(true);
    },
    async close() {
      stopRinging();
      bell.stop();
      calls.stop();
      clearInterval(check);
      io.disconnectSockets(true);
      await io.close();
    },
  };
}

/** Lets a socket in that comes with a session, into the room of its audience. */
async function admit(socket: Socket, deps: SocketDeps): Promise<boolean> {
  const session = await deps.findSession(socket.handshake.headers.cookie);
  if (!session) return false;
  const { id, role } = session.account;
  const rooms = [sessionRoom(session.token), accountRoom(id), `audience:${audienceOf(role)}`];
  await socket.join(isDesk(role) ? [...rooms, DESKS] : rooms);
  return true;
}

/** Rooms are never told to anybody, so the token may name one. */
function sessionRoom(token: string): string {
  return `session:${token}`;
}

/** The room of all phone desks. */
const DESKS = 'desks';

function accountRoom(accountId: string): string {
  return `account:${accountId}`;
}

function isDesk(role: Role): boolean {
  return role === 'operator' || role === 'dispatcher' || role === 'administrator';
}

function receive(socket: Socket, deps: SocketDeps, presences: RiderPresences): void {
  const answerWith = (answerer: Answerer) => (body: unknown, acknowledge: unknown) => {
    if (typeof acknowledge !== 'function') return;
    void answerSigned(socket, deps, answerer, body).then((reply) => acknowledge(reply));
  };
  socket.on(FEED_READ, answerWith(answerFeedRead));
  socket.on(DRIVER_COMMANDS, answerWith(answerDriverCommands));
  let openings = 0;
  socket.on(RIDER_OPEN, (question: unknown, acknowledge: unknown) => {
    openings += 1;
    const opening = openings;
    const openRider: Answerer = async (body, session) => {
      if (!session) return problemOf({ code: 'signInNeeded' });
      if (!isDesk(session.account.role)) return problemOf({ code: 'notAllowed' });
      // Sessions may be found out of turn: what the page said last is what it has open.
      return opening === openings ? presences.open(socket, session, body) : null;
    };
    answerWith(openRider)(question, acknowledge);
  });
  socket.on('disconnect', () => presences.leave(socket));
}

type Answerer = (body: unknown, session: SocketSession | undefined, deps: SocketDeps) => Promise<unknown>;

/** Asks for the session anew each time: a sign-out elsewhere counts at once. */
async function answerSigned(
  socket: Socket,
  deps: SocketDeps,
  answerer: Answerer,
  body: unknown,
): Promise<unknown> {
  try {
    const session = await deps.findSession(socket.handshake.headers.cookie);
    if (!session) setImmediate(() => socket.disconnect(true));
    return await answerer(body, session, deps);
  } catch (err) {
    // The reader asks anew from its cursor, the driver's device keeps its taps: nothing is lost.
    deps.log.error({ err }, 'a question on a socket failed');
    return problemOf({ code: 'busyTryAgain' });
  }
}

/** Cuts sockets whose session has run out meanwhile. */
async function cutEnded(io: Server, deps: SocketDeps): Promise<void> {
  for (const socket of io.sockets.sockets.values()) {
    try {
      const session = await deps.findSession(socket.handshake.headers.cookie);
      if (!session) socket.disconnect(true);
    } catch (err) {
      deps.log.warn({ err }, 'sessions of sockets could not be checked');
      return;
    }
  }
}
