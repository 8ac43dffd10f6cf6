import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { ServiceDay } from '../../domain/units/time.ts';
import type { DayDesk } from '../dayDesk.ts';
import type { DaySnapshot } from '../daySnapshot.ts';
import { effectOf, type MoveEffect } from './moveEffect.ts';
import type { MoveObstacle } from './moveObstacle.ts';
import { readRide, type TakenOff, takeOff } from './takeOff.ts';
import { tryMove } from './tryMove.ts';

/** What moving a ride to one shift would mean. */
export type MoveOption = { readonly shiftId: string } & (
  | {
      readonly kind: 'possible';
      readonly effect: MoveEffect;
      readonly isTight: boolean;
    }
  | { readonly kind: 'impossible'; readonly obstacle: MoveObstacle }
  /** The time was over first, or nobody waited any more. */
  | { readonly kind: 'notTried' }
);

/** The other shifts of the day for one ride, best first. */
export interface Moves {
  readonly day: ServiceDay;
  readonly fromShiftId: string | null;
  readonly options: readonly MoveOption[];
}

/** A dispatcher waits no longer; what was not tried by then is said. */
const LIST_MS = 5000;

/**
 * Tries a ride on every other shift of its day, one after the other with room for callers in between. Changes nothing.
 * @param signal aborted when nobody waits for it any more: then no further shift is tried
 * @returns why the ride cannot be moved at all: `vehicleOnItsWay`, `rideUnderWay`, `rideAlreadyClosed`, `nothingToMove`
 */
export async function listMoves(
  desk: DayDesk,
  rideId: string,
  signal?: AbortSignal,
): Promise<Outcome<Moves, Rejection>> {
  const stored = await readRide(desk, rideId);
  if (!stored) return refusal({ code: 'unknownRide' });
  const snapshot = await desk.snapshot(stored.day);
  const taken = await takeOff(desk, snapshot, rideId);
  if (!taken.ok) return taken;
  const { stopwatch } = desk.world;
  const began = stopwatch?.() ?? 0;
  const options: MoveOption[] = [];
  for (const { id } of snapshot.shifts) {
    if (id === taken.value.fromShiftId) continue;
    const isOver = signal?.aborted || (stopwatch !== undefined && stopwatch() - began > LIST_MS);
    if (isOver) {
      options.push({ shiftId: id, kind: 'notTried' });
      continue;
    }
    options.push(await optionOf(desk, snapshot, taken.value, id));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return success({
    day: stored.day,
    fromShiftId: taken.value.fromShiftId,
    options: options.sort((a, b) => compare(rankOf(a), rankOf(b))),
  });
}

async function optionOf(
  desk: DayDesk,
  snapshot: DaySnapshot,
  taken: TakenOff,
  shiftId: string,
): Promise<MoveOption> {
  const tried = await tryMove(desk, taken, shiftId);
  if ('obstacle' in tried) return { shiftId, kind: 'impossible', obstacle: tried.obstacle };
  const { work, isTight } = tried;
  return { shiftId, kind: 'possible', effect: effectOf(snapshot, taken.ride.id, work), isTight };
}

/**
 * Fewest broken promises, least late, own provider, reserve kept, least driving, all of which a dispatcher sees; then what was not
 * tried, then what cannot be.
 */
function rankOf(option: MoveOption): readonly number[] {
  if (option.kind !== 'possible') return [option.kind === 'notTried' ? 1 : 2];
  const { broken, changesProvider, addedDrivingSeconds } = option.effect;
  const late = broken.reduce((sum, { lateSeconds }) => sum + lateSeconds, 0);
  return [0, broken.length, late, Number(changesProvider), Number(option.isTight), addedDrivingSeconds];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
