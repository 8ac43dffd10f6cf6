import { systemClock } from '../adapters/system/systemClock.ts';
import type { Account } from '../domain/account/account.ts';
import type { Log } from '../ports/log.ts';
import { openStore } from './openStore.ts';
import { PlainFault } from './plainFault.ts';
import type { Progress } from './progress.ts';
import type { Settings } from './settings.ts';

const SHORTEST_SECRET = 12;

/** Makes an administrator, or gives an existing one a new secret. @throws PlainFault when the secret is too short */
export async function createAdmin(
  login: string,
  secretText: string,
  settings: Settings,
  log: Log,
  progress: Progress,
): Promise<void> {
  const secret = secretText.replace(/\r?\n$/, '');
  if (secret.length < SHORTEST_SECRET || secret.length > 200) {
    throw new PlainFault(`The secret on standard input needs ${SHORTEST_SECRET} to 200 letters.`, 2);
  }
  const store = await openStore(settings, '', systemClock, log, progress);
  try {
    const known = (await store.accounts.list()).find((account) => account.login === login);
    if (known && known.role !== 'administrator') {
      throw new PlainFault(`${login} is there already and is no administrator.`, 2);
    }
    await store.accounts.save(known ?? administrator(login), secret);
    progress.say(`Administrator ${login} can sign in.`);
  } finally {
    await store.close();
  }
}

function administrator(login: string): Account {
  return {
    id: `admin:${login}`,
    login,
    displayName: login,
    role: 'administrator',
    municipalities: [],
    providerId: null,
    clinicId: null,
    personId: null,
    vehicleId: null,
    isTrial: false,
  };
}

/** Everything on standard input; a person at a terminal types one line. */
export async function readSecret(input: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const part of input) {
    text += part.toString();
    if (text.includes('\n')) break;
  }
  return text;
}
