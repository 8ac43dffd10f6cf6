import type { IncomingHttpHeaders } from 'node:http';
import type { Account, Acting } from '../../domain/account/account.ts';
import type { Operations } from '../../operations/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Store } from '../../ports/store.ts';

/** A session as the sockets' door sees it. */
export interface SocketSession {
  readonly token: string;
  readonly account: Account;
}

/** What the sockets' door needs of the house. */
export interface SocketDeps {
  readonly store: Store;
  readonly operations: Operations;
  readonly clock: Clock;
  /** The world's clock, which calls follow. */
  readonly wallClock: Clock;
  readonly log: Log;
  /** The session behind a `Cookie` header, undefined when there is none or it has ended. */
  readonly findSession: (cookieHeader: string | undefined) => Promise<SocketSession | undefined>;
  /** Does the request come from our own pages? Browsers send cookies with sockets of other sites too. */
  readonly isOwnOrigin: (headers: IncomingHttpHeaders) => boolean;
  /** Writes down that a proxy looks at a rider's rides. */
  readonly noteLook: (acting: Acting & { readonly personId: string }, accountId: string) => Promise<void>;
  /** Rings at most once in this many milliseconds. */
  readonly ringEveryMs: number;
  /** How often open sockets are asked whether their session still stands. */
  readonly sessionCheckMs: number;
}
