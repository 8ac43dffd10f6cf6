import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import { applyReport, type CallReport, type PhoneCall } from '../../domain/call/phoneCall.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import type { RidersWorld } from '../ridersWorld.ts';

/** Reports of one call that arrive at once meet in the database; whoever was second looks again. */
const ATTEMPTS = 5;

/**
 * Writes down what a telephone system reports, and rings. The same report again changes nothing.
 * @param operator the login of whoever's telephone it is, where the system knows
 */
export async function reportCall(
  world: RidersWorld,
  report: CallReport,
  operator: string | null,
): Promise<PhoneCall> {
  const named = operator === null ? undefined : await findAccount(world, operator);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await world.store.write(SYSTEM_SCOPE, (tables) => write(world, tables, report, named));
    } catch (fault) {
      if (!(fault instanceof StaleWrite) || attempt === ATTEMPTS) throw fault;
    }
  }
}

async function write(
  { clock, wallClock }: RidersWorld,
  { calls, events }: Tables,
  report: CallReport,
  named: string | undefined,
): Promise<PhoneCall> {
  const now = clock.now();
  const seated = report.station === null ? undefined : await calls.findStationAccount(report.station);
  const before = await calls.find(report.id);
  const after = applyReport(before, report, named ?? seated ?? null, wallClock.now());
  if (after === before) return after;
  await calls.save(after);
  await events.append([
    {
      occurredAt: now,
      day: serviceDayOf(now),
      rideId: null,
      shiftId: null,
      municipality: null,
      personId: null,
      actor: 'telephony',
      body: { type: 'CallReported', callId: after.id, state: after.state },
    },
  ]);
  return after;
}

async function findAccount({ accounts }: RidersWorld, login: string): Promise<string | undefined> {
  return (await accounts.list()).find((account) => account.login === login)?.id;
}
