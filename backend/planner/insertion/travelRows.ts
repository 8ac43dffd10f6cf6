import type { TravelTimes } from '../model/travelTimes.ts';
import { holdsSameTimes } from '../schedule/sameTour.ts';

/** Numbers per location in the travel block of a place, and where each stands. */
export const BLOCK = 4;
export const SECONDS_TO = 0;
export const SECONDS_FROM = 1;
export const METRES_TO = 2;
export const METRES_FROM = 3;

/** Larger than any time or travel that counts, and small enough that a few of them can be added up in 32 bits. */
export const FAR = 1 << 28;

/** Travel to one location from all others, in one layer. */
interface Column {
  readonly seconds: Int32Array | Float64Array;
  readonly metres: Int32Array | Float64Array;
  /** How many locations it holds. */
  readonly size: number;
}

/** Blocks are made from rows and columns in a few microseconds; so many of the last ones are kept. */
const BLOCKS_KEPT = 1024;

/**
 * Columns of the travel matrices, because gathering one costs a memory access per row; and travel blocks of the places
 * that requests ask for. May be handed from one prepared day to the next.
 */
export class TravelRowStore {
  private travel: TravelTimes | undefined;
  /** `[layer]`, by location */
  private columns: Map<number, Column>[] = [];
  private blocks = new Map<number, Int32Array>();

  /**
   * `[(location + 1) * BLOCK + …]`: whole seconds and metres to `place` from the location and from it to the location,
   * the least of all layers, rounded down, `FAR` at most; `[0 … BLOCK − 1]` are 0 and stand for an open start or end.
   */
  readBlock(travel: TravelTimes, place: number): Int32Array {
    this.take(travel);
    const known = this.blocks.get(place);
    if (known) return known;
    const block = this.makeBlock(travel, place);
    if (this.blocks.size >= BLOCKS_KEPT) this.blocks.delete(this.blocks.keys().next().value!);
    this.blocks.set(place, block);
    return block;
  }

  /** Travel to `place` in one layer, by location. */
  readColumn(travel: TravelTimes, place: number, layer: number): Column {
    this.take(travel);
    const columns = this.columns[layer]!;
    const known = columns.get(place);
    if (known && known.size >= travel.size) return known;
    const { seconds, metres } = travel.layers[layer]!;
    const { size } = travel;
    const column = {
      seconds: gather(seconds, travel.stride, size, place),
      metres: gather(metres, travel.stride, size, place),
      size,
    };
    columns.set(place, column);
    return column;
  }

  private take(travel: TravelTimes): void {
    if (travel === this.travel) return;
    const isGrown = this.travel !== undefined && holdsSameTimes(this.travel, travel);
    if (!isGrown) this.columns = travel.layers.map(() => new Map());
    if (!isGrown || this.travel?.size !== travel.size) this.blocks = new Map();
    this.travel = travel;
  }

  private makeBlock(travel: TravelTimes, place: number): Int32Array {
    const { size, stride, layers } = travel;
    const block = new Int32Array((size + 1) * BLOCK).fill(FAR, BLOCK);
    layers.forEach((layer, l) => {
      const column = this.readColumn(travel, place, l);
      for (let x = 0, at = BLOCK, cell = place * stride; x < size; x++, at += BLOCK, cell++) {
        block[at + SECONDS_TO] = Math.min(block[at + SECONDS_TO]!, Math.floor(column.seconds[x]!));
        block[at + SECONDS_FROM] = Math.min(block[at + SECONDS_FROM]!, Math.floor(layer.seconds[cell]!));
        block[at + METRES_TO] = Math.min(block[at + METRES_TO]!, Math.floor(column.metres[x]!));
        block[at + METRES_FROM] = Math.min(block[at + METRES_FROM]!, Math.floor(layer.metres[cell]!));
      }
    });
    return block;
  }
}

function gather(cells: Int32Array | Float64Array, stride: number, size: number, place: number) {
  const values = cells instanceof Int32Array ? new Int32Array(size) : new Float64Array(size);
  for (let from = 0, cell = place; from < size; from++, cell += stride) values[from] = cells[cell]!;
  return values;
}
