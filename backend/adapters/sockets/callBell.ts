import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import type { PhoneCall } from '../../domain/call/phoneCall.ts';
import { type Bell, coalesce } from './coalesce.ts';
import type { SocketDeps } from './socketDeps.ts';

/** Looks at calls at most this often; a screen must show one within half a second. */
const LOOK_EVERY_MS = 50;
/** Calls that changed longer ago were rung for. */
const LOOK_BACK_MS = 120_000;

/**
 * Rings for calls that changed, whichever process was told: each desk only for its own calls.
 * @param ring told the account whose screen changed; null: every desk's
 */
export function createCallBell(deps: SocketDeps, ring: (accountId: string | null) => void): Bell {
  let known = new Map<string, PhoneCall>();
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const since = deps.wallClock.now() - LOOK_BACK_MS;
    const calls = await deps.store.read(SYSTEM_SCOPE, (tables) => tables.calls.listChangedSince(since));
    const changed = calls.filter((call) => known.get(call.id)?.revision !== call.revision);
    // A call that somebody took over leaves the screens where it was.
    const screens = changed.flatMap((call) => [call.accountId, known.get(call.id)?.accountId]);
    known = new Map(calls.map((call) => [call.id, call]));
    for (const accountId of new Set(screens)) if (accountId !== undefined) ring(accountId);
  }

  return coalesce(() => {
    looking = looking.then(look).catch((err: unknown) => {
      deps.log.warn({ err }, 'the desks could not be rung for a call');
    });
  }, LOOK_EVERY_MS);
}
