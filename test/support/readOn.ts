import { type AccessScope, SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { Store } from '../../backend/ports/store.ts';
import type { StoredEvent } from '../../backend/ports/tables.ts';

/**
 * Reads on from a cursor as the feed does: at once, and again whenever the bell rings, until so many events are there. A
 * log may hold an event back for a moment after its commit, while a transaction older than it is at work on the server.
 * @param count how many events to wait for; what is behind them is not read
 */
export async function readOn(
  store: Store,
  cursor: string | undefined,
  count: number,
  scope: AccessScope = SYSTEM_SCOPE,
): Promise<readonly StoredEvent[]> {
  let ring = () => {};
  const nextRing = () => new Promise<void>((resolve) => (ring = resolve));
  const stop = store.onNewEvents(() => ring());
  try {
    for (;;) {
      // Asked for before reading: a bell that rings meanwhile is heard.
      const rung = nextRing();
      const events = await store.read(scope, (tables) => tables.events.readAfter(cursor, count));
      if (events.length >= count) return events;
      await rung;
    }
  } finally {
    stop();
  }
}
