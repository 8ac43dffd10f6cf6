import { expect } from 'vitest';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { Store } from '../../backend/ports/store.ts';

/**
 * The head of a log to which nothing is being appended, with nothing behind it. For a moment a log may give an earlier one,
 * while a transaction older than its events ends in another database of the server.
 */
export async function settledHead(store: Store): Promise<string> {
  let head = '';
  await expect
    .poll(async () => {
      head = await store.read(SYSTEM_SCOPE, ({ events }) => events.head());
      return store.read(SYSTEM_SCOPE, ({ events }) => events.readAfter(head, 10));
    })
    .toEqual([]);
  return head;
}
