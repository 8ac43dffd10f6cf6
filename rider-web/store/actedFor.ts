import type { ActedFor } from '../../backend/contract/index.ts';

/** Answers that say that nobody may be acted for any more, or not yet. */
const ENDS: readonly string[] = [
  'unknownProxy',
  'proxyOutsideScope',
  'proxyEnded',
  'proxyExpired',
  'proxyNotYetValid',
];

/** Does the fault mean that the account may not act for the rider now? */
export function endsActing(code: string): boolean {
  return ENDS.includes(code);
}

/** What was kept of the choice, where it is still one of those who may be acted for. */
export function reviveActed(kept: unknown, people: readonly ActedFor[]): ActedFor | undefined {
  if (typeof kept !== 'object' || kept === null || !('personId' in kept)) return undefined;
  return people.find(({ personId }) => personId === kept.personId);
}
