import { Refused } from '../../domain/fault/refused.ts';
import { isDriversDay, mayDecideFor } from '../views/reader.ts';
import { accountScopeOf, type Call } from './call.ts';
import { idOf } from './queryInput.ts';

/**
 * The shift of the path, where the caller may decide for its driver.
 * @throws Refused where there is no such shift, it is another company's, or not of today
 */
export async function decidableShiftId(call: Call): Promise<string> {
  const id = idOf(call.params.id, 'unknownShift');
  const scope = accountScopeOf(call);
  const shift = await call.deps.store.read(scope, ({ fleet }) => fleet.findShift(id));
  if (!shift) throw new Refused({ code: 'unknownShift' });
  if (!mayDecideFor(scope, shift)) throw new Refused({ code: 'notAllowed' });
  // As for the driver, whose evening is still today's after midnight.
  if (!isDriversDay(shift.day, call.deps.clock.now())) throw new Refused({ code: 'shiftNotToday' });
  return id;
}
