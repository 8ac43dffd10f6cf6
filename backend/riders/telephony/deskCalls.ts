import type { PhoneCall } from '../../domain/call/phoneCall.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';

/** A call that nobody puts away leaves the screen after this long: half an hour. */
export const CALL_STAYS_MS = 30 * 60_000;

/** Does the call belong on the account's screen? A call of nobody's is on everybody's. */
export function isOnScreen(call: PhoneCall, accountId: string): boolean {
  return call.closedAt === null && (call.accountId === null || call.accountId === accountId);
}

/** The calls on an account's screen, the one that rang last first. */
export async function listDeskCalls(
  { calls }: Tables,
  accountId: string,
  now: EpochMs,
): Promise<readonly PhoneCall[]> {
  const recent = await calls.listChangedSince(now - CALL_STAYS_MS);
  return recent.filter((call) => isOnScreen(call, accountId));
}
