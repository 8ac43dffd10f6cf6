import { SYSTEM_SCOPE } from '../../domain/account/account.ts';
import type { Actor } from '../../domain/account/actor.ts';
import { StaleWrite } from '../../domain/fault/staleWrite.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { Tables } from '../../ports/tables.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import type { PlanChange } from '../planChange.ts';
import { changePlan } from '../transact.ts';
import { placeRide } from './placeRide.ts';
import type { ShiftWork } from './shiftWork.ts';

/**
 * Puts rides that nobody carries any more back into the plan where what was promised can be kept after all. Only those
 * whose riders nobody has tried to ring: whoever was told that no vehicle comes is not surprised by one. The call that
 * was owed has nothing left to say then.
 * @returns undefined where there is nobody to take back
 */
export async function takeBack(
  desk: DayDesk,
  day: ServiceDay,
  actor: Actor,
): Promise<PlanChange | undefined> {
  const written = await changePlan(
    desk,
    day,
    actor,
    (snapshot) => draft(desk, snapshot),
    async (tables, change: PlanChange) => {
      const untold = await readUntold(tables);
      const isTold = change.steps.some(({ before: { id, shiftId } }) => shiftId === null && !untold.has(id));
      // Somebody has rung meanwhile: worked out anew, without the rider who knows.
      if (isTold) throw new StaleWrite();
      return success(change);
    },
  );
  return written.ok ? written.value : undefined;
}

async function draft(desk: DayDesk, snapshot: DaySnapshot): Promise<Outcome<PlanChange, Rejection>> {
  let work: ShiftWork = { snapshot, steps: [], changed: new Set() };
  for (const ride of await listLeftBehind(desk, snapshot.day)) {
    const rides = new Map([...work.snapshot.rides, [ride.id, ride] as const]);
    const known = { ...work, snapshot: { ...work.snapshot, rides } };
    work = (await placeRide(desk, known, ride)) ?? work;
  }
  if (work.changed.size === 0) return refusal({ code: 'noFeasibleInsertion' });
  const schedules = [...work.changed].map((id) => work.snapshot.schedules.get(id)!);
  return success({ snapshot, schedules, steps: work.steps, events: [], cause: 'RoadsChanged' });
}

/** Rides whose riders are to be told that nobody carries them, and whom nobody has tried to ring. */
async function readUntold({ callBacks }: Tables): Promise<ReadonlySet<string | null>> {
  const untold = (await callBacks.listOpen()).filter(
    ({ reason, attempts }) => reason === 'rideUnassigned' && attempts.length === 0,
  );
  return new Set(untold.map(({ rideId }) => rideId));
}

/** Booked rides without a vehicle whose riders do not know of it yet, the earliest first. */
async function listLeftBehind(desk: DayDesk, day: ServiceDay): Promise<Ride[]> {
  return desk.world.store.read(SYSTEM_SCOPE, async (tables) => {
    const untold = await readUntold(tables);
    const rides = await tables.rides.listByDay(day);
    return rides
      .filter(({ id, status, promise }) => status === 'booked' && promise !== null && untold.has(id))
      .sort((a, b) => a.promise!.pickup.latest - b.promise!.pickup.latest);
  });
}
