import { z } from 'zod';
import { idSchema, spokenTextSchema } from './values.ts';

const heardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('keys'), keys: z.string().max(40) }),
  z.strictObject({ kind: z.literal('speech'), text: z.string().max(400) }),
  z.strictObject({ kind: z.literal('silence') }),
  z.strictObject({ kind: z.literal('nobodyAnswered') }),
  z.strictObject({ kind: z.literal('hungUp') }),
]);

/**
 * `POST /api/v1/telephony/voice`: one turn of a call that the voice line answers. Signed like a call report.
 *
 * The telephone system begins with turn 1 and `start`, says what comes back, does what `next` says, and sends what it
 * heard as the next turn; the same turn again gets the same answer, so that it may repeat a request that got none.
 * `keys` are pressed (`0`–`9`, `*`, `#`), `speech` is what a recogniser understood, `silence` that neither came in time,
 * `hungUp` that the caller has gone. After `person` the call is put through to the desk under the same id; where nobody
 * there takes it, `nobodyAnswered` is the next turn, and the caller is told that we ring back.
 *
 * **Whatever is not answered 200 within ten seconds goes to the desk**: so does every fault on our side.
 */
export const voiceTurnSchema = z.object({
  /** The telephone system's id of the call, the same in call reports. */
  id: idSchema,
  line: z.string().min(1).max(60),
  /** As the network gave it, in any form; null, empty or a word (`anonymous`, 非通知) when withheld. */
  number: z.string().max(100).nullable().default(null),
  turn: z.number().int().min(1).max(1000),
  heard: heardSchema,
});
export type VoiceTurnInput = z.input<typeof voiceTurnSchema>;

export const voiceNextSchema = z.discriminatedUnion('do', [
  z.object({
    /** Keys or speech; either may come while the sentences are still being said (barge-in). `#` ends the keys early. */
    do: z.literal('listen'),
    mostKeys: z.number().int(),
    /** Until the first key or word, from the end of the sentences. */
    firstSeconds: z.number().int(),
    /** Between two keys. */
    nextSeconds: z.number().int(),
  }),
  z.object({ do: z.literal('person') }),
  z.object({ do: z.literal('hangUp') }),
]);

export const voiceAnswerSchema = z.object({
  turn: z.number().int(),
  /** Which of the two texts is to be said. */
  language: z.enum(['ja', 'en']),
  /** One after the other. */
  say: z.array(spokenTextSchema),
  next: voiceNextSchema,
});
export type VoiceAnswerView = z.infer<typeof voiceAnswerSchema>;
