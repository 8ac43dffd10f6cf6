import { Refused } from '../../domain/fault/refused.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Outcome } from '../../domain/units/outcome.ts';

/** The value of an outcome. @throws Refused with the reason */
export function agreed<Value>(outcome: Outcome<Value, Rejection>): Value {
  if (!outcome.ok) throw new Refused(outcome.reason);
  return outcome.value;
}
