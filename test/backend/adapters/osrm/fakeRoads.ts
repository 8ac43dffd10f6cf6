import { RoadsFault } from '../../../../backend/domain/fault/roadsFault.ts';
import { type Coordinates, distanceMetres } from '../../../../backend/domain/units/coordinates.ts';
import type { Roads, RoadTable } from '../../../../backend/ports/roads.ts';

/** Roads that are twice the straight line at 10 m/s, and can be taken away. */
export class FakeRoads implements Roads {
  areThere = true;
  /** Answers every question with a refusal. */
  isRefusing = false;
  /** Points north of this have no road. */
  northernmost = 90;
  /** Set to hold back answers until it resolves. */
  gate: Promise<void> = Promise.resolve();
  tables = 0;

  async #answer(points: readonly Coordinates[], signal?: AbortSignal): Promise<void> {
    const aborted = new Promise<void>((done) => signal?.addEventListener('abort', () => done()));
    await Promise.race([this.gate, aborted]);
    if (!this.areThere || signal?.aborted) throw new RoadsFault('unreachable', 'gone');
    if (this.isRefusing) throw new RoadsFault('refused', 'unknown road state');
    if (points.some((point) => point.lat > this.northernmost)) throw new RoadsFault('noSegment', 'off road');
  }

  async table(
    from: readonly Coordinates[],
    to: readonly Coordinates[],
    signal?: AbortSignal,
  ): Promise<RoadTable> {
    this.tables += 1;
    await this.#answer([...from, ...to], signal);
    const metres = from.map((a) => to.map((b) => 2 * distanceMetres(a, b)));
    return { metres, seconds: metres.map((row) => row.map((value) => value / 10)) };
  }

  async route(): Promise<never> {
    throw new RoadsFault('refused', 'not asked for here');
  }

  async nearest(point: Coordinates, signal?: AbortSignal) {
    await this.#answer([point], signal);
    return { point, distanceMetres: 0 };
  }
}
