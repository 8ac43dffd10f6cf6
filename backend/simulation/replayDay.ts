import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import type { ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { type EpochMs, momentOf, type ServiceDay } from '../domain/units/time.ts';
import type { DriverPace } from './driverPace.ts';
import type { FakeClock } from './fakeClock.ts';
import { type NextReport, nextReport } from './nextReport.ts';
import type { PlannedCall } from './plannedCall.ts';
import { RingingRiders } from './ringHome.ts';
import { makeCall, type PeopleDoors, readDay, tap } from './simulatedPeople.ts';

/** What is told while a day is played. */
export interface ReplayProgress {
  readonly done: number;
  readonly total: number;
}

/** What the office does by itself at some moments of the day. */
export interface OfficeRounds {
  /** In order. */
  readonly moments: readonly EpochMs[];
  readonly work: () => Promise<void>;
}

/** No call for a way home comes later than this. */
const LAST_CALL_SECOND = 21 * 3600;

/** Stops a replay whose drivers tap and tap without getting anywhere. */
const MAX_TAPS = 200_000;

/**
 * Plays a service day: callers call at their times, drivers report what they do, in the order of the clock. No waiting:
 * the clock jumps to whatever comes next.
 * @param calls in any order
 */
export async function replayDay(
  doors: PeopleDoors,
  clock: FakeClock,
  day: ServiceDay,
  calls: readonly PlannedCall[],
  pace: DriverPace,
  onProgress: (progress: ReplayProgress) => void,
  rounds: OfficeRounds = { moments: [], work: async () => {} },
): Promise<void> {
  const ordered = [...calls].sort((a, b) => a.at - b.at);
  const street = new ReplayedStreet(doors, clock, day, pace);
  const cancellations: { at: EpochMs; rideId: string }[] = [];
  const moments = [...rounds.moments];
  const liveUntil = async (moment: EpochMs) => {
    await street.playUntil(moment);
    await cancelUntil(doors, clock, cancellations, moment);
  };
  const goRoundUntil = async (moment: EpochMs) => {
    while (moments[0] !== undefined && moments[0] <= moment) {
      const next = moments.shift()!;
      await liveUntil(next);
      clock.moveTo(next);
      await rounds.work();
    }
  };
  for (const [done, call] of ordered.entries()) {
    await goRoundUntil(call.at);
    await liveUntil(call.at);
    clock.moveTo(call.at);
    const ride = await makeCall(doors, call);
    if (ride && call.cancelAfterSeconds !== null) {
      cancellations.push({ at: call.at + call.cancelAfterSeconds * 1000, rideId: ride.id });
    }
    onProgress({ done: done + 1, total: ordered.length });
  }
  await goRoundUntil(Number.POSITIVE_INFINITY);
  await cancelUntil(doors, clock, cancellations, Number.POSITIVE_INFINITY);
  await street.playUntil(Number.POSITIVE_INFINITY);
}

async function cancelUntil(
  doors: PeopleDoors,
  clock: FakeClock,
  cancellations: { at: EpochMs; rideId: string }[],
  moment: EpochMs,
): Promise<void> {
  cancellations.sort((a, b) => a.at - b.at);
  while (cancellations[0] && cancellations[0].at <= moment) {
    const { at, rideId } = cancellations.shift()!;
    clock.moveTo(at);
    await doors.booking.cancel(rideId, 'riderAsked', SYSTEM_ACTOR);
  }
}

/** All drivers of a day and the riders who ring for their way home, played in the order of what comes next. */
class ReplayedStreet {
  #taps = 0;
  readonly #ringing = new RingingRiders();

  constructor(
    readonly doors: PeopleDoors,
    readonly clock: FakeClock,
    readonly day: ServiceDay,
    readonly pace: DriverPace,
  ) {}

  /** Plays everything that is due before the moment. */
  async playUntil(moment: EpochMs): Promise<void> {
    for (;;) {
      const { tap: next, ring } = await this.#earliest();
      const due = Math.min(
        next?.report.due ?? Number.POSITIVE_INFINITY,
        ring?.due ?? Number.POSITIVE_INFINITY,
      );
      if (!Number.isFinite(due) || momentOf(this.day, due) > moment) return;
      this.clock.moveTo(momentOf(this.day, due));
      if (ring && ring.due === due) await this.#ringing.ring(this.doors, ring);
      else if (next) await this.#tap(next.schedule, next.report);
      this.#taps += 1;
      if (this.#taps > MAX_TAPS) throw new Error('The drivers do not come to an end.');
    }
  }

  async #tap(schedule: ShiftSchedule, report: NextReport): Promise<void> {
    const outcome = await tap(this.doors, schedule, report);
    if (!outcome.ok)
      throw new Error(`A driver's tap was refused: ${outcome.reason.code} (${schedule.shiftId}).`);
  }

  async #earliest() {
    const { shifts, rides } = await readDay(this.doors.store, this.day);
    const taps = shifts
      .map((schedule) => ({ schedule, report: nextReport(schedule, rides, this.pace) }))
      .filter((one) => one.report !== undefined)
      .map(({ schedule, report }) => ({ schedule, report: report! }))
      .sort((a, b) => a.report.due - b.report.due || (a.schedule.shiftId < b.schedule.shiftId ? -1 : 1));
    // Nobody rings after the last vehicle has gone home; the night closes these rides.
    const ring = this.#ringing.list(rides.values()).find(({ due }) => due <= LAST_CALL_SECOND);
    return { tap: taps[0], ring };
  }
}
