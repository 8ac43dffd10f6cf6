import { openReturnOf } from '../../booking/index.ts';
import { type CancelAnswer, cancelRideSchema, type RidesAnswer } from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import type { CancelledBy } from '../../domain/ride/rideHand.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import type { CallerSaid } from '../../riders/index.ts';
import { type AccountScope, canSeeRide, isDriversDay, ownShiftIdsOf } from '../views/reader.ts';
import { readRideViews } from '../views/rideView.ts';
import { accountScopeOf, actorOf, answer, type Call, isDesk, type Reply } from './call.ts';
import { ownHandOf } from './ownHand.ts';
import { parseInput } from './parseInput.ts';
import { dayOfQuery, idOf } from './queryInput.ts';
import { readRideAnswer, readVisibleRide } from './rideAnswer.ts';

/** Rides as the account may see them. */
export const rideRoutes = {
  'GET /api/v1/rides': listRides,
  'GET /api/v1/rides/:id': readRide,
  'POST /api/v1/rides/:id/cancel': cancelRide,
};

async function listRides(call: Call): Promise<Reply> {
  const scope = accountScopeOf(call);
  const now = call.deps.clock.now();
  const day = dayOfQuery(call.query, now);
  if (scope.role === 'driver' && !isDriversDay(day, now)) {
    throw new Refused({ code: 'notAllowed', field: 'day' });
  }
  const rides = await call.deps.store.read(scope, async (tables) =>
    readRideViews(tables, await readVisibleRides(tables, scope, day), scope),
  );
  const view: RidesAnswer = { day, rides };
  return answer(view);
}

async function readVisibleRides(
  tables: Tables,
  scope: AccountScope,
  day: ServiceDay,
): Promise<readonly Ride[]> {
  if (scope.role === 'rider' || scope.role === 'proxy') {
    if (scope.personId === null) return [];
    const rides = await tables.rides.listByPerson(scope.personId, day, day);
    return rides.filter((ride) => canSeeRide(scope, ride));
  }
  const own = ownShiftIdsOf(scope, await tables.fleet.listShifts(day));
  const rides = await tables.rides.listByDay(day);
  return rides.filter((ride) => canSeeRide(scope, ride, own));
}

async function readRide(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownRide');
  const ride = await call.deps.store.read(accountScopeOf(call), (tables) =>
    readVisibleRide(call, tables, id),
  );
  return answer(await readRideAnswer(call, ride));
}

async function cancelRide(call: Call): Promise<Reply> {
  const id = idOf(call.params.id, 'unknownRide');
  const { reason, withReturn, by: said } = parseInput(cancelRideSchema, call.body);
  if (reason === 'ourChange' && !isDesk(call)) throw new Refused({ code: 'notAllowed', field: 'reason' });
  const ride = await call.deps.store.read(accountScopeOf(call), (tables) =>
    readVisibleRide(call, tables, id),
  );
  const by = await readHand(call, ride, said);
  const outcome = await call.deps.booking.cancel(id, reason, actorOf(call), by);
  if (!outcome.ok) throw new Refused(outcome.reason);
  const home = await readOpenReturn(call, id);
  const ended =
    home && withReturn ? await call.deps.booking.cancel(home.id, reason, actorOf(call), by) : undefined;
  const cancelledReturn = ended?.ok ? ended.value : null;
  const openReturn = cancelledReturn ? null : (home ?? null);
  const view: CancelAnswer = {
    ...(await readRideAnswer(call, outcome.value)),
    cancelledReturn: cancelledReturn && (await readRideAnswer(call, cancelledReturn)).ride,
    openReturn: openReturn && (await readRideAnswer(call, openReturn)).ride,
    question: openReturn && RETURN_QUESTION,
  };
  return answer(view);
}

/** Who cancels instead of the rider: as the account is, or as the desk has asked. */
async function readHand(call: Call, ride: Ride, said: CallerSaid | null): Promise<CancelledBy | null> {
  if (said === null) {
    const own = ownHandOf(call);
    return own && { who: 'proxy', ...own };
  }
  if (!isDesk(call)) throw new Refused({ code: 'notAllowed', field: 'by' });
  const checked = await call.deps.riders.checkCaller(ride.personId, said, actorOf(call));
  if (!checked.ok) throw new Refused(checked.reason);
  return checked.value;
}

const RETURN_QUESTION = {
  ja: 'お帰りのご予約が残っています。お帰りも取り消しますか。',
  en: 'The way home is still booked. Cancel it too?',
};

/** The way home that still stands, where this account may see it. */
function readOpenReturn(call: Call, outboundId: string): Promise<Ride | undefined> {
  const scope = accountScopeOf(call);
  return call.deps.store.read(scope, async (tables) => {
    const home = openReturnOf(await tables.rides.listReturns(outboundId));
    return home && canSeeRide(scope, home) ? home : undefined;
  });
}
