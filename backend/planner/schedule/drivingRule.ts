import type { DrivenSoFar, DrivingLimit } from '../../domain/units/drivingLimit.ts';

/** A duty as the driving rule sees it, along its nodes: departure, visits, end. */
export interface DutyTimes {
  /** `[i]`: driving seconds of the leg from node i to node i + 1. */
  readonly driving: ArrayLike<number>;
  /** `[i]`: wait from arrival to start of service at node i. */
  readonly wait: ArrayLike<number>;
  /** `[i]`: length of the break that node i is; 0: none. */
  readonly pause: ArrayLike<number>;
  /** `[i]`: stay from the end of service to the departure at node i. */
  readonly stay: ArrayLike<number>;
}

/** The stretch of a duty that drives too long: legs that leave nodes `from` … `to`. */
export interface LongDrive {
  readonly from: number;
  readonly to: number;
  /** Driving seconds above the limit. */
  readonly excess: number;
}

/**
 * The first stretch that drives longer than the limit without enough rest in it (in Japan 改善基準告示, 連続運転時間);
 * `undefined` when there is none. `size` is the number of nodes. Legs that leave the first `fixedCount` nodes are driven:
 * they count, and a driver whom they brought above the limit owes the rest before the next leg. With `soFar`, which
 * stands for all of them, the count begins behind the last of these nodes.
 */
export function findLongDrive(
  limit: DrivingLimit,
  duty: DutyTimes,
  size: number,
  fixedCount: number,
  soFar?: DrivenSoFar,
): LongDrive | undefined {
  const known = fixedCount > 0 ? soFar : undefined;
  const open = fixedCount + (known?.isUnderWay ? 1 : 0);
  let driven = known?.drivingSeconds ?? 0;
  let rested = known?.restedSeconds ?? 0;
  let from = known ? open : 0;
  const rest = (seconds: number, node: number): void => {
    if (seconds < limit.minPartSeconds || seconds <= 0) return;
    rested += seconds;
    if (rested < limit.restSeconds) return;
    rested = 0;
    driven = 0;
    from = node;
  };
  for (let i = known ? fixedCount : 0; i < size; i++) {
    if (!known || i > fixedCount) {
      rest(duty.wait[i]!, i);
      rest(duty.pause[i]!, i);
    }
    if (!known || i >= open) rest(duty.stay[i]!, i);
    if (i + 1 === size) break;
    driven += duty.driving[i]!;
    if (i >= open && driven > limit.maxDrivingSeconds)
      return { from, to: i, excess: driven - limit.maxDrivingSeconds };
  }
  return undefined;
}
