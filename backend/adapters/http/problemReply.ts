import type { Problem } from '../../contract/index.ts';
import type { Reply } from './call.ts';

/** A problem as an HTTP answer. */
export function problemReply(problem: Problem): Reply {
  return { status: problem.status, body: problem, headers: { 'Content-Type': 'application/problem+json' } };
}
