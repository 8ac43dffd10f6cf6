import type { RidePlace } from '../domain/place/place.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import { expectedAt } from '../domain/schedule/silence.ts';
import { isWaitingPlace } from './waitingPlace.ts';

/** One visit on its way back into words. */
export interface NamedVisit {
  readonly kind: 'pickup' | 'dropoff' | 'break' | 'wait';
  /** Ride id, break number as text, or the id of a stop at which nobody gets in or out. */
  readonly id: string;
  readonly place: RidePlace | null;
  readonly position: number;
}

/** Finds the stop that a group of visits was, so that a device's report by stop id still means the same. */
export class StopMemory {
  readonly #byVisit = new Map<string, ScheduledStop>();
  readonly #used = new Set<string>();

  constructor(
    readonly before: ShiftSchedule | undefined,
    readonly nowSecond: number,
  ) {
    for (const stop of before?.stops ?? []) {
      for (const id of stop.pickups) this.#byVisit.set(`pickup:${id}`, stop);
      for (const id of stop.dropoffs) this.#byVisit.set(`dropoff:${id}`, stop);
      if (stop.kind === 'break') this.#byVisit.set(`break:${stop.id.replace('break-', '')}`, stop);
      if (isWaitingPlace(stop)) this.#byVisit.set(`wait:${stop.id}`, stop);
    }
  }

  expectationOf(stop: ScheduledStop | undefined): Pick<ScheduledStop, 'expected'> {
    const expected = stop && this.before && expectedAt(stop, this.before, this.nowSecond);
    return expected === undefined ? {} : { expected };
  }

  stopOf({ kind, id }: NamedVisit): ScheduledStop | undefined {
    return this.#byVisit.get(`${kind}:${id}`);
  }

  /** No other stop gets this id. */
  keep(stopId: string): void {
    this.#used.add(stopId);
  }

  find(group: readonly NamedVisit[]): ScheduledStop | undefined {
    for (const visit of group) {
      const stop = this.stopOf(visit);
      if (!stop || this.#used.has(stop.id)) continue;
      this.#used.add(stop.id);
      return stop;
    }
    return undefined;
  }
}
