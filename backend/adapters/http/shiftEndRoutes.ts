import { endShiftSchema, type ShiftEndAnswer } from '../../contract/index.ts';
import { agreed } from './agreed.ts';
import { actorOf, answer, type Call, type Reply } from './call.ts';
import { decidableShiftId } from './decidableShiftId.ts';
import { parseInput } from './parseInput.ts';

/** Ending a shift for its driver, and letting it go on. */
export const shiftEndRoutes = {
  'POST /api/v1/shifts/:id/end': (call: Call) => decide(call, 'endForDriver'),
  'POST /api/v1/shifts/:id/end/undo': (call: Call) => decide(call, 'goOnForDriver'),
};

async function decide(call: Call, what: 'endForDriver' | 'goOnForDriver'): Promise<Reply> {
  parseInput(endShiftSchema, call.body);
  const id = await decidableShiftId(call);
  const { shiftId, ended } = agreed(await call.deps.operations[what](id, actorOf(call)));
  const view: ShiftEndAnswer = { shiftId, ended: ended ?? null };
  return answer(view);
}
