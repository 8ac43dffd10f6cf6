// Lets a call ring at the phone desk without a telephone system, or talks to the voice line: signs what it sends.
//   npm run call -- --number 0242-00-1234 [--state ringing|answered|ended] [--id ID] [--operator LOGIN]
//                   [--station NAME] [--line trial] [--secret ainori-call] [--address http://127.0.0.1:3000]
//   npm run call -- --voice 0242-00-1234
// Without --number the number is withheld. The same --id continues a call.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { sendSigned } from './sendSigned.mjs';
import { talkToVoiceLine } from './talkToVoiceLine.mjs';

const HELP = `npm run call -- --number 0242-00-1234 [options]     rings at the desk
npm run call -- --voice 0242-00-1234 [options]      talks to the voice line; --voice withheld: without a number
  --number N     number of the caller; left out: withheld
  --state S      ringing (default), answered or ended
  --id ID        the call to continue; left out: a new one
  --operator L   login of the operator whose telephone it is; left out: every desk's
  --station N    desk telephone that rings
  --line NAME    default trial      --secret S   default ainori-call
  --address URL  default http://127.0.0.1:3000`;

const text = { type: 'string' };
const options = {
  number: text,
  voice: text,
  state: { ...text, default: 'ringing' },
  id: text,
  operator: text,
  station: text,
  line: { ...text, default: 'trial' },
  secret: { ...text, default: 'ainori-call' },
  address: { ...text, default: `http://127.0.0.1:${process.env.PORT || '3000'}` },
  help: { type: 'boolean' },
};

/** @returns {Record<string, string | undefined>} */
function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (fault) {
    process.stderr.write(`${fault.message}\n${HELP}\n`);
    process.exit(2);
  }
}

async function ring() {
  const { number = null, operator = null, station = null, state } = given;
  const answer = await sendSigned(given, '/api/v1/telephony/calls', {
    id,
    state,
    number,
    line,
    operator,
    station,
  });
  if (!answer.ok) throw new Error(`refused (${answer.status}): ${await answer.text()}`);
  process.stdout.write(`${state}: ${number ?? 'withheld'}\ncontinue it with --id ${id} --state answered\n`);
}

const given = readOptions();
const { id = `call-${randomUUID()}`, line, voice } = given;
if (given.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
try {
  if (voice === undefined) await ring();
  else await talkToVoiceLine({ ...given, id, number: voice === 'withheld' ? null : voice });
} catch (fault) {
  const why =
    fault.cause === undefined ? fault.message : `${given.address} does not answer: ${fault.cause.message}`;
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
