import {
  type OwnProxiesAnswer,
  type PinAnswer,
  type ProxiesAnswer,
  proxyEntrySchema,
  setPinSchema,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Person } from '../../domain/person/person.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import { proxyView } from '../views/proxyView.ts';
import { canSeePerson } from '../views/reader.ts';
import { agreed } from './agreed.ts';
import { accountOf, accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** Who may act for a rider, and the rider's PIN. */
export const proxyRoutes = {
  'GET /api/v1/people/:id/proxies': listProxies,
  'POST /api/v1/people/:id/proxies': addProxy,
  'GET /api/v1/proxies': listOwnProxies,
  'DELETE /api/v1/proxies/:id': endProxy,
  'POST /api/v1/proxies/:id/restore': restoreProxy,
  'PUT /api/v1/people/:id/pin': setPin,
  'DELETE /api/v1/people/:id/pin': removePin,
};

const todayOf = (call: Call) => serviceDayOf(call.deps.clock.now());

function listProxies(call: Call): Promise<Reply> {
  const scope = accountScopeOf(call);
  return call.deps.store.read(scope, async (tables) => {
    const person = await tables.people.find(idOf(call.params.id, 'unknownPerson'));
    if (!person || !canSeePerson(scope, person)) throw new Refused({ code: 'unknownPerson' });
    const grants = await tables.proxyGrants.listFor(person);
    const ids = grants.map(({ id }) => id);
    const open = await tables.proxyInvitations.listOpen(ids);
    const now = call.deps.wallClock.now();
    const invitedUntil = (id: string) =>
      open.find(({ grantId, expiresAt }) => grantId === id && expiresAt > now)?.expiresAt ?? null;
    const view: ProxiesAnswer = {
      proxies: grants.map((grant) => proxyView(grant, todayOf(call), invitedUntil(grant.id))),
      hasPin: (await tables.riderPins.find(person.id)) !== undefined,
    };
    return answer(view);
  });
}

async function listOwnProxies(call: Call): Promise<Reply> {
  const grants = await call.deps.store.read(accountScopeOf(call), ({ proxyGrants }) =>
    proxyGrants.listByAccount(accountOf(call).id),
  );
  const view: OwnProxiesAnswer = { proxies: grants.map((grant) => proxyView(grant, todayOf(call))) };
  return answer(view);
}

async function addProxy(call: Call): Promise<Reply> {
  const personId = idOf(call.params.id, 'unknownPerson');
  const entry = parseInput(proxyEntrySchema, call.body);
  const grant = agreed(await call.deps.riders.recordProxy(personId, entry, actorOf(call), seenBy(call)));
  return { status: 201, body: proxyView(grant, todayOf(call)) };
}

async function endProxy(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownProxy');
  const grant = agreed(await call.deps.riders.endProxy(id, actorOf(call), seenBy(call)));
  return answer(proxyView(grant, todayOf(call)));
}

async function restoreProxy(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownProxy');
  const grant = agreed(await call.deps.riders.restoreProxy(id, actorOf(call), seenBy(call)));
  return answer(proxyView(grant, todayOf(call)));
}

function setPin(call: Call): Promise<Reply> {
  return savePin(call, parseInput(setPinSchema, call.body).pin);
}

function removePin(call: Call): Promise<Reply> {
  return savePin(call, null);
}

async function savePin(call: Call, pin: string | null): Promise<Reply> {
  const personId = idOf(call.params.id, 'unknownPerson');
  const hasPin = agreed(await call.deps.riders.setPin(personId, pin, actorOf(call), seenBy(call)));
  const view: PinAnswer = { hasPin };
  return answer(view);
}

function seenBy(call: Call): (person: Person) => boolean {
  const scope = accountScopeOf(call);
  return (person) => canSeePerson(scope, person);
}
