import { UNREACHABLE } from '../../backend/planner/index.ts';
import type { LocatedPoints, TravelPoint, TravelQuality } from '../../backend/ports/travel.ts';
import { StraightRoadMatrix } from './smallValley.ts';

/** The valley's road, on which everything can take longer, or nothing get through, from one moment to the next. */
export class ChangingMatrix extends StraightRoadMatrix {
  revision = 0;
  quality: TravelQuality = 'roads';
  #slowness = 1;

  slowDown(times: number, quality: TravelQuality = 'roads'): void {
    this.#slowness = times;
    this.quality = quality;
    this.revision += 1;
  }

  /** Nobody gets from one place to another until `slowDown` says how fast. */
  close(): void {
    this.slowDown(Number.POSITIVE_INFINITY);
  }

  override async locate(points: readonly TravelPoint[]): Promise<LocatedPoints> {
    const located = await super.locate(points);
    const slowed = (value: number) => (value === 0 ? 0 : Math.min(UNREACHABLE, value * this.#slowness));
    const layers = located.times.layers.map((layer) => ({
      ...layer,
      seconds: layer.seconds.map(slowed) as Int32Array,
    }));
    const stateId = this.#slowness === 1 ? 'open' : `slow-${this.#slowness}`;
    const roadBands = [{ fromSecond: 0, stateId }];
    return { ...located, times: { ...located.times, layers }, quality: this.quality, roadBands };
  }
}
