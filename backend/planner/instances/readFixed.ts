import type { Tour } from '../model/plan.ts';
import type { JsonFields } from './jsonFields.ts';
import { InstanceError } from './textNumbers.ts';

/** What the vehicles of a file have done already or are about to do. */
export class FixedReader {
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #taken = new Set<number>();
  /** `[v]` belongs to vehicle number v. */
  readonly tours: Tour[] = [];

  /** @param ids of the file's requests in order */
  constructor(ids: readonly string[]) {
    this.#numberOf = new Map(ids.map((id, r) => [id, r]));
  }

  /** Is anything fixed at all? */
  get isUnderWay(): boolean {
    return this.tours.some((tour) => tour.fixedCount > 0 || tour.earliestDeparture !== undefined);
  }

  /**
   * Reads what is fixed of the next vehicle's tour.
   * @param breaks how many breaks it has
   * @throws InstanceError
   */
  read(vehicle: JsonFields, breaks: number): void {
    const entries = vehicle.has('fixed') ? vehicle.objects('fixed') : [];
    const visits: number[] = [];
    for (const entry of entries) visits.push(this.#visitOf(entry, visits, breaks));
    const fixedStarts = entries.map((entry) => entry.number('start'));
    fixedStarts.forEach((start, i) => {
      if (i > 0 && start < fixedStarts[i - 1]!) {
        throw new InstanceError(`${entries[i]!.path}.start: before that of the visit before it`);
      }
    });
    this.tours.push({
      vehicle: this.tours.length,
      visits,
      fixedCount: visits.length,
      fixedStarts,
      ...(vehicle.has('earliestDeparture') && { earliestDeparture: vehicle.number('earliestDeparture') }),
    });
  }

  #visitOf(entry: JsonFields, before: readonly number[], breaks: number): number {
    const kinds = ['pickup', 'dropoff', 'break'].filter((kind) => entry.has(kind));
    if (kinds.length !== 1)
      throw new InstanceError(`${entry.path}: expected one of pickup, dropoff and break`);
    if (kinds[0] === 'break') {
      const visit = -1 - entry.whole('break', 0, breaks - 1);
      if (before.includes(visit)) throw new InstanceError(`${entry.path}: taken twice`);
      return visit;
    }
    const id = entry.text(kinds[0]!);
    const request = this.#numberOf.get(id);
    if (request === undefined) throw new InstanceError(`${entry.path}: no request has the id "${id}"`);
    const visit = request * 2 + (kinds[0] === 'dropoff' ? 1 : 0);
    if (this.#taken.has(visit)) throw new InstanceError(`${entry.path}: "${id}" is there twice`);
    this.#taken.add(visit);
    if (visit % 2 === 1 && !before.includes(visit - 1)) {
      throw new InstanceError(`${entry.path}: "${id}" was not picked up before`);
    }
    return visit;
  }
}
