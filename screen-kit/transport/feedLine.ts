import { io, type Socket } from 'socket.io-client';
import type {
  DriverCommand,
  DriverCommandsAnswer,
  FeedAnswer,
  FeedRead,
  RiderPresence,
} from '../../backend/contract/index.ts';
// Not through the door of the contract: the schemas behind it would come along into every page.
import {
  CALL_RING,
  DRIVER_COMMANDS,
  FEED_READ,
  FEED_RING,
  RIDER_OPEN,
  RIDER_PRESENCE,
} from '../../backend/contract/wireNames.ts';
import type { Api } from './api.ts';
import { faultFromAnswer } from './apiFault.ts';
import { serverAddress } from './serverAddress.ts';

/** The line to the server's sockets: rings, reads over it, and reads over HTTP while it is down. */
export interface FeedLine {
  readonly read: (question: FeedRead) => Promise<FeedAnswer>;
  readonly onRing: (listener: () => void) => () => void;
  /** A call on this account's screen changed. */
  readonly onCallRing: (listener: () => void) => () => void;
  /** Tells which rider this page has open (null: none any more); the others who have are told, and told here. */
  readonly openRider: (personId: string | null) => void;
  readonly onPresence: (listener: (presence: RiderPresence) => void) => () => void;
  readonly onLine: (listener: (isUp: boolean) => void) => () => void;
  /** Over the socket when it is up, else over HTTP. */
  readonly sendDriverCommands: (commands: readonly DriverCommand[]) => Promise<DriverCommandsAnswer>;
  readonly close: () => void;
}

const ACKNOWLEDGEMENT_MS = 5_000;

/** Opens the line. The session cookie says who listens, so open it after sign-in and close it at sign-out. */
export function openFeedLine(api: Api, address = serverAddress()): FeedLine {
  const socket: Socket = io(address.origin, {
    path: address.socketPath,
    transports: ['websocket', 'polling'],
    reconnectionDelay: 500,
    // A server that is back is found within five seconds, however long it was away.
    reconnectionDelayMax: 3_000,
  });
  const listen = (event: string, listener: () => void): (() => void) => {
    socket.on(event, listener);
    return () => void socket.off(event, listener);
  };

  let openedRider: string | null = null;
  const presenceListeners = new Set<(presence: RiderPresence) => void>();
  const tellPresence = (presence: RiderPresence | null) => {
    if (presence?.personId === openedRider && presence !== null) {
      for (const tell of [...presenceListeners]) tell(presence);
    }
  };
  const tellOpened = () => socket.emit(RIDER_OPEN, { personId: openedRider }, tellPresence);
  socket.on(RIDER_PRESENCE, tellPresence);
  // A new socket knows nothing of what the page has open.
  socket.on('connect', () => {
    if (openedRider !== null) tellOpened();
  });

  /** A question over the socket; over HTTP when it is down or does not answer, with the same meaning. */
  async function ask<Answer>(event: string, body: unknown, overHttp: () => Promise<Answer>): Promise<Answer> {
    if (!socket.connected) return overHttp();
    const answer: unknown = await socket
      .timeout(ACKNOWLEDGEMENT_MS)
      .emitWithAck(event, body)
      .catch(() => undefined);
    if (answer === undefined) return overHttp();
    const status = (answer as { status?: unknown } | null)?.status;
    if (typeof status === 'number') throw faultFromAnswer(status, answer);
    return answer as Answer;
  }

  return {
    read: (question) => {
      const forWhom = api.actedFor === null ? {} : { personId: api.actedFor };
      return ask(FEED_READ, { ...question, ...forWhom }, () => api.readFeed(question));
    },
    onRing: (listener) => listen(FEED_RING, listener),
    onCallRing: (listener) => listen(CALL_RING, listener),
    openRider(personId) {
      openedRider = personId;
      if (socket.connected) tellOpened();
    },
    onPresence(listener) {
      presenceListeners.add(listener);
      return () => presenceListeners.delete(listener);
    },
    onLine(listener) {
      if (socket.connected) listener(true);
      const stopUp = listen('connect', () => listener(true));
      const stopDown = listen('disconnect', () => listener(false));
      return () => {
        stopUp();
        stopDown();
      };
    },
    sendDriverCommands: (commands) =>
      ask(DRIVER_COMMANDS, { commands }, () => api.sendDriverCommands(commands)),
    close: () => void socket.close(),
  };
}
