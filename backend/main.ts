import { fileURLToPath } from 'node:url';
import { createPinoLog } from './adapters/system/pinoLog.ts';
import { createAdmin, readSecret } from './main/createAdmin.ts';
import { PlainFault } from './main/plainFault.ts';
import { createProgress } from './main/progress.ts';
import { helpText, type Order, readOrder, type Settings } from './main/settings.ts';
import { type Service, startService } from './main/startService.ts';

const BAD_SETTINGS = 2;
/** A stop that takes longer than this is cut short. */
const STOP_MS = 10_000;

const progress = createProgress((line) => process.stdout.write(`${line}\n`));
const order = readOrder(process.argv.slice(2), process.env);
if (order.ok) await obey(order.value);
else fail(order.reason, BAD_SETTINGS);

async function obey(order: Order): Promise<void> {
  try {
    if (order.kind === 'help') process.stdout.write(helpText());
    else if (order.kind === 'createAdmin') await makeAdmin(order.login, order.settings);
    else await start(order.settings);
  } catch (fault) {
    if (!(fault instanceof PlainFault)) throw fault;
    fail(fault.message, fault.exitCode);
  }
}

async function makeAdmin(login: string, settings: Settings): Promise<void> {
  if (process.stdin.isTTY) process.stdout.write(`Secret of ${login}: `);
  const secret = await readSecret(process.stdin);
  await createAdmin(login, secret, settings, createPinoLog(settings.logLevel), progress);
}

async function start(settings: Settings): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const service = await startService(settings, root, progress);
  announce(service, settings);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(service));
}

function announce({ address, trialAccounts }: Service, settings: Settings): void {
  progress.say(`Ainori is ready: ${address}/`);
  progress.say(`  desk ${address}/desk/   driver ${address}/driver/   rider ${address}/rider/`);
  if (!settings.isTrial) return;
  progress.say('This is a trial: people and bookings are invented. Accounts (login, secret):');
  for (const { account, secret } of trialAccounts) {
    progress.say(`  ${account.role.padEnd(13)} ${account.login.padEnd(11)} ${secret}`);
  }
}

async function stop(service: Service): Promise<void> {
  progress.say('Stopping…');
  const cut = setTimeout(() => fail('The stop took too long and was cut short.', 1), STOP_MS);
  cut.unref();
  await service.close();
  process.exit(0);
}

function fail(line: string, code: number): never {
  process.stderr.write(`${line}\n`);
  process.exit(code);
}
