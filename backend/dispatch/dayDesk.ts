import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { addDays, daySecondOf, type ServiceDay, serviceDayOf } from '../domain/units/time.ts';
import type { TravelPoint } from '../ports/travel.ts';
import { type DaySnapshot, loadDay, withPresentRests } from './daySnapshot.ts';
import type { DispatchWorld } from './dispatchWorld.ts';
import { viewDay } from './planView.ts';
import { type PreparedView, prepareView } from './preparedView.ts';
import { WriterQueue } from './writerQueue.ts';

/** Views of a day under way are good for this long: the clock inside them is rounded up to it. */
const VIEW_SECONDS = 30;

/** Keeps the finished version of each day's plan at hand, and its prepared view. */
export class DayDesk {
  readonly #snapshots = new Map<ServiceDay, DaySnapshot>();
  readonly #views = new Map<ServiceDay, { readonly prepared: PreparedView; readonly revision: number }>();
  readonly #queue = new WriterQueue();

  constructor(readonly world: DispatchWorld) {}

  /** Lets one writer of this process at a time at a day; other processes are met by the day's version. */
  inTurn<Value>(day: ServiceDay, work: () => Promise<Value>): Promise<Value> {
    return this.#queue.run(day, work);
  }

  /** The present version, read again only when somebody moved it, or the day before, from which drivers have to rest. */
  async snapshot(day: ServiceDay): Promise<DaySnapshot> {
    const held = this.#snapshots.get(day);
    return this.world.store.read(SYSTEM_SCOPE, async (tables) => {
      const isPresent = held && held.version === (await tables.days.version(day));
      const loaded = isPresent ? await withPresentRests(tables, held) : await loadDay(tables, day);
      this.#snapshots.set(day, loaded);
      return loaded;
    });
  }

  /** Puts the version just committed at hand. */
  keep(snapshot: DaySnapshot): void {
    this.#snapshots.set(snapshot.day, snapshot);
  }

  /**
   * Forgets a day's version, after a conflict or a fault. Its view stays: the next one takes over from it only what is
   * the same by its data.
   */
  forget(day: ServiceDay): void {
    this.#snapshots.delete(day);
  }

  /**
   * The prepared view of a snapshot at the present second; points of a new request may be added. The snapshot may be one
   * that is only tried: what is kept serves the next one, whichever that is.
   */
  async view(snapshot: DaySnapshot, extraPoints: readonly TravelPoint[] = []): Promise<PreparedView> {
    const nowSecond = this.nowSecond(snapshot.day);
    const revision = this.world.matrix.revision ?? 0;
    const kept = this.#views.get(snapshot.day);
    const held = kept?.revision === revision ? kept.prepared : undefined;
    const isFresh =
      held?.view.snapshot === snapshot &&
      held.view.nowSecond === nowSecond &&
      held.view.quality === 'roads' &&
      extraPoints.every(({ id }) => held.view.locations.has(id));
    if (held && isFresh) return held;
    const { matrix, weights } = this.world;
    const view = await viewDay(snapshot, nowSecond, matrix, weights, true, extraPoints);
    const prepared = prepareView(view, held);
    this.#dropEndedDays();
    this.#views.set(snapshot.day, { prepared, revision });
    return prepared;
  }

  /** Days before yesterday are seldom asked for, and read again then. */
  #dropEndedDays(): void {
    const yesterday = addDays(serviceDayOf(this.world.clock.now()), -1);
    for (const day of [...this.#views.keys(), ...this.#snapshots.keys()]) {
      if (day >= yesterday) continue;
      this.#views.delete(day);
      this.#snapshots.delete(day);
    }
  }

  /** The present second of the day, rounded up; −Infinity for days to come. */
  nowSecond(day: ServiceDay): number {
    const now = this.world.clock.now();
    if (day > serviceDayOf(now)) return Number.NEGATIVE_INFINITY;
    return Math.ceil(daySecondOf(day, now) / VIEW_SECONDS) * VIEW_SECONDS;
  }
}
