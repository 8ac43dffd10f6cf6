import { endShiftSchema, type ShiftEndAnswer } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { isDriversDay, mayDecideFor } from '../views/reader.ts';
import { agreed } from './agreed.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** Ending a shift for its driver, and letting it go on. */
export const shiftEndRoutes = {
  'POST /api/v1/shifts/:id/end': (call: Call) => decide(call, 'endForDriver'),
  'POST /api/v1/shifts/:id/end/undo': (call: Call) => decide(call, 'goOnForDriver'),
};

async function decide(call: Call, what: 'endForDriver' | 'goOnForDriver'): Promise<Reply> {
  parseInput(endShiftSchema, call.body);
  const id = await decidableIdOf(call);
  const { shiftId, ended } = agreed(await call.deps.operations[what](id, actorOf(call)));
  const view: ShiftEndAnswer = { shiftId, ended: ended ?? null };
  return answer(view);
}

/** @throws Refused where there is no such shift, it is another company's, or not of today */
async function decidableIdOf(call: Call): Promise<string> {
  const id = idOf(call.params.id, 'unknownShift');
  const scope = accountScopeOf(call);
  const shift = await call.deps.store.read(scope, ({ fleet }) => fleet.findShift(id));
  if (!shift) throw new Refused({ code: 'unknownShift' });
  if (!mayDecideFor(scope, shift)) throw new Refused({ code: 'notAllowed' });
  // As for the driver, whose evening is still today's after midnight.
  if (!isDriversDay(shift.day, call.deps.clock.now())) throw new Refused({ code: 'shiftNotToday' });
  return id;
}
