import type { Actor } from '../domain/account/actor.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Ride } from '../domain/ride/ride.ts';
import { joinSteps, type RideStep } from '../domain/ride/stepRide.ts';
import { type Outcome, success } from '../domain/units/outcome.ts';
import type { ServiceDay } from '../domain/units/time.ts';
import type { ExchangedSteps, PlannedPromise, RideExchange } from '../ports/ridePlanning.ts';
import type { Tables } from '../ports/tables.ts';
import { assign, type Draft, findPlace } from './commitRide.ts';
import type { DayDesk } from './dayDesk.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import type { PlanChange } from './planChange.ts';
import { timeShift } from './timeShift.ts';
import { changePlans, type PlanChanges } from './transact.ts';
import { withoutRide } from './withoutRide.ts';

type Snapshots = ReadonlyMap<ServiceDay, DaySnapshot>;

/** What was found before the transaction; no draft where the entering ride needs no place in the plan. */
interface Found {
  readonly snapshots: Snapshots;
  readonly draft: Draft | null;
}

/** Takes one ride out of the plan and puts another one in, in one transaction; see `RidePlanning.exchange`. */
export async function exchangeRides(
  desk: DayDesk,
  { leaving, entering, promise }: RideExchange,
  actor: Actor,
  decide: (tables: Tables) => Promise<Outcome<ExchangedSteps, Rejection>>,
): Promise<Outcome<Ride, Rejection>> {
  const written = await changePlans<Found>(
    desk,
    [entering.day, leaving.day],
    actor,
    async (snapshots) => {
      const found = await place(desk, snapshots, entering, promise, leaving.id);
      return found.ok ? success({ snapshots, draft: found.value }) : found;
    },
    async (tables, found) => {
      const decided = await decide(tables);
      return decided.ok ? changesOf(desk, found, decided.value) : decided;
    },
  );
  if (!written.ok) return written;
  return success(written.value[0].steps.find(({ after }) => after.id === entering.id)!.after);
}

async function place(
  desk: DayDesk,
  snapshots: Snapshots,
  entering: Ride,
  promise: PlannedPromise | null,
  leavingId: string,
): Promise<Outcome<Draft | null, Rejection>> {
  if (!promise) return success(null);
  return findPlace(desk, withoutRide(snapshots.get(entering.day)!, leavingId), entering, promise);
}

/** The change of the entering ride's day first; the other ride's day, where it is another one, second. */
async function changesOf(
  desk: DayDesk,
  { snapshots, draft }: Found,
  { entering, leaving, beside }: ExchangedSteps,
): Promise<Outcome<PlanChanges, Rejection>> {
  const day = entering.after.day;
  const besideOf = (date: ServiceDay) => beside.filter(({ after }) => after.day === date);
  const settled = [leaving, ...beside].map(({ after }) => after);
  const entered: Outcome<PlanChange, Rejection> = draft
    ? assign(desk, draft, entering, settled)
    : success(emptyChange(snapshots.get(day)!, [entering]));
  if (!entered.ok) return entered;
  const here = withSteps(entered.value, besideOf(day));
  if (leaving.after.day === day) return success([await withdraw(desk, here, leaving)]);
  const there = emptyChange(snapshots.get(leaving.after.day)!, besideOf(leaving.after.day));
  return success([here, await withdraw(desk, there, leaving)]);
}

function emptyChange(snapshot: DaySnapshot, steps: readonly RideStep[]): PlanChange {
  return { snapshot, schedules: [], steps, events: [], cause: 'RideReplaced' };
}

/** Steps decided beside the plan come before what the plan does to the same rides. */
function withSteps(change: PlanChange, first: readonly RideStep[]): PlanChange {
  return { ...change, steps: joinSteps(first, change.steps) };
}

/** Adds to a change that a ride leaves; its shift is timed anew unless the change has timed it without the ride. */
async function withdraw(desk: DayDesk, change: PlanChange, leaving: RideStep): Promise<PlanChange> {
  const left: PlanChange = { ...change, steps: [...change.steps, leaving], cause: 'RideReplaced' };
  const shiftId = leaving.before.shiftId ?? '';
  const isTimed = change.schedules.some((schedule) => schedule.shiftId === shiftId);
  const { snapshot } = change;
  if (isTimed || !snapshot.schedules.has(shiftId)) return left;
  const rides = new Map([...snapshot.rides, ...left.steps.map(({ after }) => [after.id, after] as const)]);
  const timed = await timeShift(desk, { ...snapshot, rides }, shiftId, new Set([leaving.after.id]));
  return {
    ...left,
    schedules: [...change.schedules, timed.schedule],
    steps: joinSteps(left.steps, timed.steps),
  };
}
