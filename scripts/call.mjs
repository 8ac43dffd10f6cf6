// Lets a call ring at the phone desk without a telephone system: signs a report and sends it.
//   npm run call -- --number 0242-00-1234 [--state ringing|answered|ended] [--id ID] [--operator LOGIN]
//                   [--station NAME] [--line trial] [--secret ainori-call] [--address http://127.0.0.1:3000]
// Without --number the number is withheld. The same --id continues a call.
import { createHmac, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

const HELP = `npm run call -- --number 0242-00-1234 [options]
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

const given = readOptions();
if (given.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
const { number = null, operator = null, station = null, id = `call-${randomUUID()}`, state, line } = given;
const body = JSON.stringify({ id, state, number, line, operator, station });
const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', given.secret).update(`${timestamp}.${body}`).digest('hex');
try {
  const answer = await fetch(new URL('/api/v1/telephony/calls', given.address), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Ainori-Timestamp': timestamp,
      'X-Ainori-Signature': `sha256=${signature}`,
    },
    body,
  });
  const problem = await answer.text();
  if (answer.ok) {
    process.stdout.write(`${state}: ${number ?? 'withheld'}\ncontinue it with --id ${id} --state answered\n`);
  } else {
    process.stderr.write(`refused (${answer.status}): ${problem}\n`);
    process.exitCode = 1;
  }
} catch (fault) {
  process.stderr.write(`${given.address} does not answer: ${fault.cause?.message ?? fault.message}\n`);
  process.exitCode = 1;
}
