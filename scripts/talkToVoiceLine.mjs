// Holds a call with the voice line in a terminal: what is typed is what the telephone system heard.
import { createInterface } from 'node:readline';
import { sendSigned } from './sendSigned.mjs';

const HOW = `Type keys (1, 0, 18) or words (はい); Enter alone is silence, # repeats, * changes the language, q hangs up.\n`;

/**
 * @param {{ address: string, secret: string, line: string, number: string | null, id: string }} call
 * @returns {Promise<void>} when the call has ended
 */
export async function talkToVoiceLine({ address, secret, line, number, id }) {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  const isTyped = process.stdin.isTTY === true;
  process.stdout.write(HOW);
  let heard = { kind: 'start' };
  try {
    for (let turn = 1; ; turn += 1) {
      const reply = await sendSigned({ address, secret }, '/api/v1/telephony/voice', {
        id,
        line,
        number,
        turn,
        heard,
      });
      if (!reply.ok)
        throw new Error(
          `refused (${reply.status}): ${await reply.text()}\na telephone system now puts the call through to the desk`,
        );
      const { say, language, next } = await reply.json();
      for (const text of say) process.stdout.write(`  ${text[language]}\n`);
      if (next.do === 'hangUp') {
        process.stdout.write('[hung up]\n');
        return;
      }
      if (next.do === 'person')
        process.stdout.write('[put through to the desk; n: nobody answers there, Enter: end]\n');
      process.stdout.write('> ');
      const { value, done } = await lines.next();
      if (!isTyped) process.stdout.write(`${value ?? 'q'}\n`);
      if (next.do === 'person') heard = { kind: value === 'n' ? 'nobodyAnswered' : 'hungUp' };
      else heard = done ? { kind: 'hungUp' } : heardOf(value);
    }
  } finally {
    input.close();
  }
}

/** @param {string} typed */
function heardOf(typed) {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'silence' };
  if (text === 'q') return { kind: 'hungUp' };
  return /^[0-9*#]+$/.test(text) ? { kind: 'keys', keys: text } : { kind: 'speech', text };
}
