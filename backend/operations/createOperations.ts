import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import type { Actor } from '../domain/account/actor.ts';
import { Refused } from '../domain/fault/refused.ts';
import type { Shift } from '../domain/fleet/fleet.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import { handOfActor } from '../domain/ride/rideHand.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { areValidCoordinates } from '../domain/units/coordinates.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import { daySecondOf, type EpochMs } from '../domain/units/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { ShiftPicture, ShiftRevision, StreetChange } from '../ports/shiftRevision.ts';
import type { Store } from '../ports/store.ts';
import type { Tables } from '../ports/tables.ts';
import { endByDesk } from './endByDesk.ts';
import { takeBackEnd } from './endShift.ts';
import { judgeReport } from './judgeReport.ts';
import type { Operations, StreetReport } from './operations.ts';
import { reportByDesk } from './reportByDesk.ts';

/** What operations needs of the world. */
export interface OperationsWorld {
  readonly store: Store;
  readonly plan: ShiftRevision;
  readonly clock: Clock;
}

/** A device clock this much off is not believed; the moment of arrival counts instead. */
const CLOCK_TOLERANCE_MS = 8 * 3600 * 1000;

type ScheduleReport = Exclude<StreetReport, { type: 'position' }>;

/** Operations over a world: the store, the plan of the day, the clock. */
export function createOperations(world: OperationsWorld): Operations {
  return {
    report: (report, actor) => applyReport(world, report, actor),
    reportForDriver: ({ shiftId, word, secondsAgo }, actor) =>
      reviseByDesk(world, shiftId, actor, (picture, now) =>
        reportByDesk(picture, word, now - secondsAgo, now),
      ),
    endForDriver: (shiftId, actor) =>
      reviseByDesk(world, shiftId, actor, (picture, second) =>
        endByDesk(picture, second, handOfActor(actor)),
      ),
    goOnForDriver: (shiftId, actor) => reviseByDesk(world, shiftId, actor, takeBackEnd),
  };
}

/** The desk has no device whose reports could come twice: nothing is remembered of it but what it changes. */
async function reviseByDesk(
  { store, plan, clock }: OperationsWorld,
  shiftId: string,
  actor: Actor,
  decide: (picture: ShiftPicture, second: number) => Outcome<StreetChange, Rejection>,
): Promise<Outcome<ShiftSchedule, Rejection>> {
  const shift = await store.read(actor.scope, ({ fleet }) => fleet.findShift(shiftId));
  if (!shift) return refusal({ code: 'unknownShift' });
  const second = daySecondOf(shift.day, clock.now());
  return plan.revise(
    shiftId,
    actor,
    (picture) => decide(picture, second),
    async () => {},
  );
}

async function applyReport(
  world: OperationsWorld,
  report: StreetReport,
  actor: Actor,
): Promise<Outcome<'applied' | 'appliedBefore', Rejection>> {
  const seen = await world.store.read(actor.scope, async (tables) => ({
    result: await tables.driverCommands.findResult(report.id),
    shift: await tables.fleet.findShift(report.shiftId),
  }));
  if (seen.result !== undefined) return success('appliedBefore');
  if (!seen.shift) return refusal({ code: 'unknownShift' });
  const moment = believedMoment(report.deviceTime, world.clock.now());
  if (report.type === 'position') return savePosition(world, report, seen.shift, moment, actor);
  return reviseByReport(world, report, daySecondOf(seen.shift.day, moment), actor);
}

/** The device's own time where it can be true: not in the future, not absurdly old. */
function believedMoment(deviceTime: EpochMs, now: EpochMs): EpochMs {
  return deviceTime <= now && now - deviceTime <= CLOCK_TOLERANCE_MS ? deviceTime : now;
}

async function reviseByReport(
  world: OperationsWorld,
  report: ScheduleReport,
  second: number,
  actor: Actor,
): Promise<Outcome<'applied' | 'appliedBefore', Rejection>> {
  const revised = await world.plan.revise(
    report.shiftId,
    actor,
    (picture) => judgeReport(picture, report, second),
    (tables) => record(tables, report, world.clock.now()),
  );
  if (revised.ok) return success('applied');
  if (revised.reason.code === 'reportedAlready') return settle(world, report);
  // The same report, sent twice at once: the later one may find the state that the earlier one left.
  const isApplied = await world.store.read(actor.scope, ({ driverCommands }) =>
    driverCommands.findResult(report.id),
  );
  return isApplied === undefined ? revised : success('appliedBefore');
}

/** The desk has said the same while the driver's own word was on its way: there is nothing to tell the driver. */
async function settle(
  world: OperationsWorld,
  report: StreetReport,
): Promise<Outcome<'appliedBefore', never>> {
  await world.store.write(SYSTEM_SCOPE, async ({ driverCommands }) => {
    if ((await driverCommands.findResult(report.id)) !== undefined) return;
    await driverCommands.insert(report.id, report.shiftId, 'appliedBefore', world.clock.now());
  });
  return success('appliedBefore');
}

/** Remembers the report's id in the transaction that applies it; a second one at the same time rolls back. */
async function record(tables: Tables, report: StreetReport, now: EpochMs): Promise<void> {
  if ((await tables.driverCommands.findResult(report.id)) !== undefined) {
    throw new Refused({ code: 'idempotencyKeyReused' });
  }
  await tables.driverCommands.insert(report.id, report.shiftId, 'applied', now);
}

async function savePosition(
  world: OperationsWorld,
  report: Extract<StreetReport, { type: 'position' }>,
  shift: Shift,
  moment: EpochMs,
  actor: Actor,
): Promise<Outcome<'applied', Rejection>> {
  const { at } = report;
  if (!areValidCoordinates(at)) return refusal({ code: 'invalidCoordinates', field: 'at' });
  await world.store.write(SYSTEM_SCOPE, async (tables) => {
    await tables.positions.save({ shiftId: shift.id, day: shift.day, lon: at.lon, lat: at.lat, at: moment });
    const nobody = { rideId: null, municipality: null, personId: null };
    const where = { day: shift.day, shiftId: shift.id, actor: actor.name, ...nobody };
    await tables.events.append([{ occurredAt: moment, ...where, body: { type: 'VehicleMoved', ...at } }]);
  });
  return success('applied');
}
