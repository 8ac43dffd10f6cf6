import type { Server, Socket } from 'socket.io';
import { openRiderSchema, type Problem, RIDER_PRESENCE, type RiderPresence } from '../../contract/index.ts';
import { problemOf } from '../views/problemOf.ts';
import type { SocketSession } from './socketDeps.ts';

interface Opened {
  readonly personId: string;
  readonly accountId: string;
  readonly displayName: string;
}

/**
 * Who has which rider open: soft, so that nobody is kept from working. Each socket has one rider at most; it is forgotten
 * when the socket goes.
 */
export class RiderPresences {
  readonly #opened = new Map<string, Opened>();

  constructor(private readonly io: Server) {}

  /** A page opens a rider, or none any more; everybody concerned is told. */
  open(socket: Socket, session: SocketSession, body: unknown): RiderPresence | null | Problem {
    const parsed = openRiderSchema.safeParse(body);
    if (!parsed.success) return problemOf({ code: 'malformedInput' });
    const { personId } = parsed.data;
    this.leave(socket);
    // A page that was closed while its session was looked up has said goodbye already.
    if (personId === null || !socket.connected) return null;
    const { id: accountId, displayName } = session.account;
    this.#opened.set(socket.id, { personId, accountId, displayName });
    this.#tell(personId);
    return this.#presenceFor(personId, accountId);
  }

  /** The page is gone, or has gone on to something else. */
  leave(socket: Socket): void {
    const before = this.#opened.get(socket.id);
    this.#opened.delete(socket.id);
    if (before) this.#tell(before.personId);
  }

  #tell(personId: string): void {
    for (const [socketId, opened] of this.#opened) {
      if (opened.personId !== personId) continue;
      this.io.to(socketId).emit(RIDER_PRESENCE, this.#presenceFor(personId, opened.accountId));
    }
  }

  /** The others are other accounts: two pages of one operator are one operator. */
  #presenceFor(personId: string, accountId: string): RiderPresence {
    const others = new Map<string, string>();
    for (const opened of this.#opened.values()) {
      if (opened.personId === personId && opened.accountId !== accountId) {
        others.set(opened.accountId, opened.displayName);
      }
    }
    const list = [...others].map(([id, displayName]) => ({ accountId: id, displayName }));
    return { personId, others: list };
  }
}
