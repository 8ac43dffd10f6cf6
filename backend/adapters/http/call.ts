import type { Account } from '../../domain/account/account.ts';
import { type Acting, scopeActingFor, scopeOf } from '../../domain/account/account.ts';
import type { Actor } from '../../domain/account/actor.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { AccountScope } from '../views/reader.ts';
import type { HttpDeps } from './httpDeps.ts';

/** One HTTP request, as handlers see it. */
export interface Call {
  readonly deps: HttpDeps;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  /** The body as it was sent; empty where there was none. */
  readonly rawBody: Buffer;
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more: whoever asked has gone, or was told that it takes too long. */
  readonly signal: AbortSignal;
  /** A header's value, undefined when absent. */
  readonly header: (name: string) => string | undefined;
  readonly isSecure: boolean;
  /** The session's token and account, when somebody is signed in. */
  readonly session: { readonly token: string; readonly account: Account } | undefined;
  /** The rider for whom the account acts in this call, by a grant that holds now. */
  readonly acting?: (Acting & { readonly personId: string }) | undefined;
}

/** What a handler answers; `body` is sent as JSON unless it is a buffer. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (call: Call) => Promise<Reply>;

/** The account of the call. The access table has let nobody in without one; a slip here still ends in a refusal. */
export function accountOf(call: Call): Account {
  if (!call.session) throw new Refused({ code: 'signInNeeded' });
  return call.session.account;
}

/** The account's own scope, or that of the rider for whom it acts. */
export function accountScopeOf(call: Call): AccountScope {
  const account = accountOf(call);
  const { acting } = call;
  return (acting ? scopeActingFor(account, acting.personId, acting) : scopeOf(account)) as AccountScope;
}

/** Is it an account of the telephone desk or its dispatch? */
export function isDesk(call: Call): boolean {
  return ['operator', 'dispatcher', 'administrator'].includes(accountScopeOf(call).role);
}

export function actorOf(call: Call): Actor {
  const { id, displayName } = accountOf(call);
  return { scope: accountScopeOf(call), name: id, displayName };
}

/** 200 with a JSON body. */
export function answer(body: unknown): Reply {
  return { status: 200, body };
}
