import { type SessionView, signInSchema } from '../../contract/index.ts';
import type { Account } from '../../domain/account/account.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { accountOf, answer, type Call, type Reply } from './call.ts';
import { KeyedQueue } from './keyedQueue.ts';
import { parseInput } from './parseInput.ts';
import {
  clearedSessionCookie,
  csrfTokenOf,
  readSessionToken,
  SESSION_MS,
  sessionCookie,
} from './sessionCookie.ts';

/** After this many failures of one login within the window the door stays shut until the window has passed. */
const MAX_FAILURES = 8;
const FAILURE_WINDOW_MS = 15 * 60 * 1000;

/** Signing in, asking who is signed in, signing out. */
export function createSessionRoutes() {
  const attempts = new KeyedQueue();
  return {
    'POST /api/v1/session': (call: Call) => signIn(call, attempts),
    'GET /api/v1/session': readSession,
    'DELETE /api/v1/session': signOut,
  };
}

async function signIn(call: Call, attempts: KeyedQueue): Promise<Reply> {
  const { login, secret } = parseInput(signInSchema, call.body);
  // One after the other per login, so that many guesses at once are counted like many in a row.
  const account = await attempts.run(login, () => verify(call, login, secret));
  return openSession(call, account);
}

/** Signs an account in whose secret was looked at; whoever was signed in here before is not any more. */
export async function openSession(call: Call, account: Account): Promise<Reply> {
  const { deps } = call;
  const before = readSessionToken(call.header('cookie'));
  if (before !== undefined) await closeSession(call, before);
  const token = await deps.accounts.openSession(account.id, deps.wallClock.now() + SESSION_MS);
  const headers = { 'Set-Cookie': sessionCookie(token, call.isSecure) };
  return { status: 201, body: sessionView(account, token), headers };
}

async function verify({ deps }: Call, login: string, secret: string): Promise<Account> {
  const now = deps.wallClock.now();
  const failures = await deps.accounts.countFailures(login, now - FAILURE_WINDOW_MS);
  if (failures >= MAX_FAILURES) throw new Refused({ code: 'tooManyAttempts' });
  const account = await deps.accounts.verify(login, secret);
  if (account) return account;
  await deps.accounts.recordFailure(login, now);
  throw new Refused({ code: 'wrongSignIn' });
}

async function readSession(call: Call): Promise<Reply> {
  return answer(sessionView(accountOf(call), call.session?.token ?? ''));
}

async function signOut(call: Call): Promise<Reply> {
  if (call.session) await closeSession(call, call.session.token);
  return { status: 204, headers: { 'Set-Cookie': clearedSessionCookie(call.isSecure) } };
}

async function closeSession({ deps }: Call, token: string): Promise<void> {
  await deps.accounts.closeSession(token);
  deps.onSessionClosed(token);
}

function sessionView(account: Account, token: string): SessionView {
  const { id, displayName, role, municipalities, providerId, clinicId, personId, vehicleId } = account;
  return {
    accountId: id,
    displayName,
    role,
    municipalities: [...municipalities],
    providerId,
    clinicId,
    personId,
    vehicleId,
    csrfToken: csrfTokenOf(token),
  };
}
