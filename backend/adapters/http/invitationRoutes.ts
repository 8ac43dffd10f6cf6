import {
  acceptInvitationSchema,
  checkInvitationSchema,
  type InvitationAnswer,
  type InvitationCheck,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { personName } from '../../domain/person/person.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import type { JoinWish } from '../../riders/index.ts';
import { localMoment } from '../views/localMoment.ts';
import { proxyView } from '../views/proxyView.ts';
import { canSeePerson } from '../views/reader.ts';
import { mayHoldGrants } from './accessTable.ts';
import { agreed } from './agreed.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { KeyedQueue } from './keyedQueue.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';
import { openSession } from './sessionRoutes.ts';

/** How a proxy comes to an account: the desk gives out a code, whoever has it chooses a secret. */
export function createInvitationRoutes() {
  const tries = new KeyedQueue();
  // One after the other per code, so that many guesses at once are counted like many in a row.
  const inTurn = (code: string, work: () => Promise<Reply>) =>
    tries.run(code.replaceAll(/\D/g, '').slice(0, 4), work);
  return {
    'POST /api/v1/proxies/:id/invitation': invite,
    'DELETE /api/v1/proxies/:id/invitation': withdraw,
    'POST /api/v1/invitations/check': (call: Call) => {
      const { code } = parseInput(checkInvitationSchema, call.body);
      return inTurn(code, () => check(call, code));
    },
    'POST /api/v1/invitations/accept': (call: Call) => {
      const { code, own } = parseInput(acceptInvitationSchema, call.body);
      return inTurn(code, () => accept(call, code, own));
    },
  };
}

async function invite(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownProxy');
  const scope = accountScopeOf(call);
  const { riders, clock } = call.deps;
  const made = agreed(await riders.inviteProxy(id, actorOf(call), (person) => canSeePerson(scope, person)));
  const { grant, code, expiresAt } = made;
  const view: InvitationAnswer = {
    proxy: proxyView(grant, serviceDayOf(clock.now()), expiresAt),
    code,
    expiresAt: localMoment(expiresAt),
  };
  return { status: 201, body: view };
}

async function withdraw(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownProxy');
  const scope = accountScopeOf(call);
  const { riders, clock } = call.deps;
  const grant = agreed(
    await riders.withdrawInvitation(id, actorOf(call), (person) => canSeePerson(scope, person)),
  );
  return answer(proxyView(grant, serviceDayOf(clock.now())));
}

async function check(call: Call, code: string): Promise<Reply> {
  const { grant, person, account } = agreed(await call.deps.riders.checkInvitation(code));
  const view: InvitationCheck = {
    proxyName: grant.name,
    riderName: personName(person),
    login: account?.role === 'proxy' ? account.login : null,
  };
  return answer(view);
}

async function accept(
  call: Call,
  code: string,
  own: { readonly login: string; readonly secret: string } | null,
): Promise<Reply> {
  const account = agreed(await call.deps.riders.acceptInvitation(code, wishOf(call, own)));
  return openSession(call, account);
}

function wishOf(call: Call, own: { readonly login: string; readonly secret: string } | null): JoinWish {
  if (own) return { kind: 'own', ...own };
  const account = call.session?.account;
  if (!account) throw new Refused({ code: 'signInNeeded' });
  if (!mayHoldGrants(account.role)) throw new Refused({ code: 'notAllowed' });
  return { kind: 'signedIn', account };
}
