import { type DeskReportAnswer, deskReportSchema } from '../../contract/index.ts';
import { stopWordOf } from '../views/stopWordOf.ts';
import { agreed } from './agreed.ts';
import { actorOf, answer, type Call, type Reply } from './call.ts';
import { decidableShiftId } from './decidableShiftId.ts';
import { parseInput } from './parseInput.ts';

/** Reporting for a driver who rings. */
export const shiftReportRoutes = {
  'POST /api/v1/shifts/:id/reports': report,
};

async function report(call: Call): Promise<Reply> {
  const { minutesAgo, ...said } = parseInput(deskReportSchema, call.body);
  const shiftId = await decidableShiftId(call);
  const spoken = { shiftId, word: stopWordOf(said), secondsAgo: minutesAgo * 60 };
  const { version } = agreed(await call.deps.operations.reportForDriver(spoken, actorOf(call)));
  const view: DeskReportAnswer = { shiftId, version };
  return answer(view);
}
