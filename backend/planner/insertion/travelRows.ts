import type { TravelTimes } from '../model/travelTimes.ts';

/** Travel between one location and all others; the least over a set of layers. */
export interface TravelRows {
  /** `[other]`: seconds and metres from the other location to this one. */
  readonly secondsTo: Int32Array | Float64Array;
  readonly metresTo: Int32Array | Float64Array;
  /** `[other]`: seconds and metres from this location to the other one. */
  readonly secondsFrom: Int32Array | Float64Array;
  readonly metresFrom: Int32Array | Float64Array;
}

/** Stands for all layers in a set of layers (bit l: layer l; days have far fewer than 31). */
export const ALL_LAYERS = -1;

/**
 * Keeps the rows of the locations that were asked for, because gathering a column costs a memory access per row. May
 * be handed from one prepared day to the next.
 */
export class TravelRowStore {
  private travel: TravelTimes | undefined;
  private readonly rows = new Map<number, TravelRows>();

  /** The rows of a location over a set of layers; they hold as long as `travel` has the same arrays and size. */
  read(travel: TravelTimes, location: number, layers: number = ALL_LAYERS): TravelRows {
    if (travel !== this.travel) {
      if (!this.travel || !holdsSameTimes(travel, this.travel)) this.rows.clear();
      this.travel = travel;
    }
    const key = travel.layers.length === 1 ? location : location * 2 ** 31 + (layers & 0x7fffffff);
    const known = this.rows.get(key);
    if (known) return known;
    const rows = gatherRows(travel, location, layers);
    this.rows.set(key, rows);
    return rows;
  }
}

/** Matrices never change a cell that was read: the same arrays up to the same size hold the same times. */
function holdsSameTimes(one: TravelTimes, other: TravelTimes): boolean {
  return (
    one.size === other.size &&
    one.stride === other.stride &&
    one.layers.length === other.layers.length &&
    one.layers.every((layer, l) => {
      const { fromSecond, seconds, metres } = other.layers[l]!;
      return layer.fromSecond === fromSecond && layer.seconds === seconds && layer.metres === metres;
    })
  );
}

function gatherRows(travel: TravelTimes, location: number, layers: number): TravelRows {
  const [first, ...others] = travel.layers.filter((_, l) => layers & (1 << l));
  const rows: TravelRows = {
    secondsTo: column(travel, first!.seconds, location),
    metresTo: column(travel, first!.metres, location),
    secondsFrom: row(travel, first!.seconds, location),
    metresFrom: row(travel, first!.metres, location),
  };
  for (const layer of others) {
    keepLeast(rows.secondsTo, column(travel, layer.seconds, location));
    keepLeast(rows.metresTo, column(travel, layer.metres, location));
    keepLeast(rows.secondsFrom, row(travel, layer.seconds, location));
    keepLeast(rows.metresFrom, row(travel, layer.metres, location));
  }
  return rows;
}

function column(travel: TravelTimes, cells: Int32Array | Float64Array, location: number) {
  const { size, stride } = travel;
  const values = cells instanceof Int32Array ? new Int32Array(size) : new Float64Array(size);
  for (let from = 0, cell = location; from < size; from++, cell += stride) values[from] = cells[cell]!;
  return values;
}

function row(travel: TravelTimes, cells: Int32Array | Float64Array, location: number) {
  return cells.slice(location * travel.stride, location * travel.stride + travel.size);
}

function keepLeast(least: Int32Array | Float64Array, values: Int32Array | Float64Array): void {
  for (let i = 0; i < least.length; i++) if (values[i]! < least[i]!) least[i] = values[i]!;
}
