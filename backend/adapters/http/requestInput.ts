import type { ReturnWish } from '../../booking/index.ts';
import type { ReturnTime, rideRequestSchema } from '../../contract/index.ts';
import type { Role } from '../../domain/account/account.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { RequestInput } from '../../domain/ride/requestInput.ts';
import type { Channel, RequestedTime } from '../../domain/ride/ride.ts';
import { canSeePerson } from '../views/reader.ts';
import { accountScopeOf, type Call, isDesk } from './call.ts';
import { ownHandOf } from './ownHand.ts';

/** A request as its schema leaves it, without its time. */
export type ParsedRequest = Omit<
  ReturnType<typeof rideRequestSchema.parse>,
  'time' | 'group' | 'replaces'
> & {
  readonly replaces?: string | null;
};

/** Through which door each role may ask. */
const DESK_CHANNELS: readonly Channel[] = ['phone', 'fax', 'web', 'clinic'];
const CHANNELS_OF: Readonly<Partial<Record<Role, readonly Channel[]>>> = {
  operator: DESK_CHANNELS,
  dispatcher: DESK_CHANNELS,
  administrator: DESK_CHANNELS,
  clinic: ['clinic'],
  rider: ['web'],
  proxy: ['web'],
};

/** The request in the domain's words, for a person the account may book for. */
export async function requestInputOf(
  call: Call,
  body: ParsedRequest,
  day: string,
  time: WireTime,
): Promise<RequestInput> {
  const { channel, from, to, party, needs, note, reference, override, proxyId, replaces } = body;
  if (!CHANNELS_OF[accountScopeOf(call).role]?.includes(channel)) {
    throw new Refused({ code: 'notAllowed', field: 'channel' });
  }
  if ((channel === 'fax') !== (reference !== null)) {
    throw new Refused({ code: 'malformedInput', field: 'reference' });
  }
  const booker = bookerOf(call, proxyId);
  const personId = await readPersonId(call, body.personId);
  const requested = requestedTime(time);
  const given = { override: override && { ...override, byRole: accountScopeOf(call).role } };
  return {
    channel,
    reference,
    personId,
    from,
    to,
    day,
    requested,
    ...party,
    needs,
    note,
    ...given,
    ...booker,
    replaces: replaces ?? null,
  };
}

/** Who asks for a ride: the proxy the desk names, or a clinic for its patient. @throws Refused `notAllowed` */
export function bookerOf(call: Call, proxyId: string | null): Pick<RequestInput, 'proxyId' | 'bookedBy'> {
  demandDesk(call, proxyId);
  return { proxyId, bookedBy: ownHandOf(call) };
}

function demandDesk(call: Call, proxyId: string | null): void {
  if (proxyId !== null && !isDesk(call)) throw new Refused({ code: 'notAllowed', field: 'proxyId' });
}

async function readPersonId(call: Call, given: string | undefined): Promise<string> {
  const scope = accountScopeOf(call);
  const personId = given ?? (scope.role === 'rider' || scope.role === 'proxy' ? scope.personId : null);
  if (personId === null) throw new Refused({ code: 'malformedInput', field: 'personId' });
  const person = await call.deps.store.read(scope, (tables) => tables.people.find(personId));
  if (!person || !canSeePerson(scope, person)) {
    throw new Refused({ code: 'unknownPerson', field: 'personId' });
  }
  return personId;
}

/** A time on the wire, its form checked by the schema. */
export interface WireTime {
  readonly kind: 'arriveBy' | 'departAfter';
  readonly at: string;
  readonly until?: string | undefined;
}

/** A time on the wire as a second of the service day. */
export function requestedTime(time: WireTime): RequestedTime {
  const until = 'until' in time && time.until !== undefined ? { until: secondOf(time.until) } : {};
  return { kind: time.kind, second: secondOf(time.at), ...until };
}

/** When somebody wants to go home. */
export function returnWishOf(time: ReturnTime): ReturnWish {
  if (time.kind !== 'willCall') return { kind: 'timed', requested: requestedTime(time) };
  return {
    kind: 'willCall',
    expectedSecond: time.expectedAt === undefined ? null : secondOf(time.expectedAt),
  };
}

/** `10:05` as a second of the service day; the schema has checked the form. */
function secondOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return hours * 3600 + minutes * 60;
}
