import type { Refused } from '../../domain/fault/refused.ts';
import { type ProblemExtras, problemOf } from '../views/problemOf.ts';
import type { Reply } from './call.ts';
import { Misshapen } from './parseInput.ts';
import { problemReply } from './problemReply.ts';

/** A refusal as an HTTP answer. */
export function refusalReply(refused: Refused, extras: ProblemExtras = {}): Reply {
  const fields = refused instanceof Misshapen ? { fields: refused.fields } : {};
  return problemReply(problemOf(refused.rejection, { ...fields, ...extras }));
}
