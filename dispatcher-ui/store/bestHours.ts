import type { ContactWishView } from '../../backend/contract/index.ts';
import { readTime } from './readTime.ts';

/** What is wrong, and at which of the two fields. */
export interface BestHoursProblem {
  readonly field: 'from' | 'to';
  readonly kind: 'unreadable' | 'backwards';
}

/** Both fields empty: any time. */
export function readBestHours(
  fromText: string,
  toText: string,
): { readonly hours: ContactWishView['bestHours']; readonly problem: BestHoursProblem | null } {
  if (fromText.trim() === '' && toText.trim() === '') return { hours: null, problem: null };
  const [earliest, latest] = [secondOf(fromText), secondOf(toText)];
  const wrong = (field: BestHoursProblem['field'], kind: BestHoursProblem['kind']) => ({
    hours: null,
    problem: { field, kind },
  });
  if (earliest === null) return wrong('from', 'unreadable');
  if (latest === null) return wrong('to', 'unreadable');
  return latest > earliest ? { hours: { earliest, latest }, problem: null } : wrong('to', 'backwards');
}

function secondOf(text: string): number | null {
  const time = readTime(text);
  if (time === null) return null;
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return hours * 3600 + minutes * 60;
}
