import { type VoiceAnswerView, voiceTurnSchema } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { normalisePhone } from '../../domain/person/phoneNumber.ts';
import { answer, type Call, type Reply } from './call.ts';
import { demandLine } from './demandLine.ts';
import { parseInput } from './parseInput.ts';

/** Calls that the voice line answers, turn by turn. */
export const voiceRoutes = {
  'POST /api/v1/telephony/voice': takeTurn,
};

async function takeTurn(call: Call): Promise<Reply> {
  demandLine(call);
  const { id, line, number, turn, heard } = parseInput(voiceTurnSchema, call.body);
  const digits = normalisePhone(number ?? '') ?? null;
  const taken = await call.deps.voice.take({ callId: id, line, number: digits, turn, heard });
  if (!taken.ok) throw new Refused(taken.reason);
  const { language, say, next } = taken.value;
  const view: VoiceAnswerView = { turn, language, say: [...say], next };
  return answer(view);
}
