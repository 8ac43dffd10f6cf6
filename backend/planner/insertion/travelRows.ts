import type { TravelTimes } from '../model/travelTimes.ts';

/** Travel between one location and all others; the least of all layers, where there are several. */
export interface TravelRows {
  /** `[other]`: seconds and metres from the other location to this one. */
  readonly secondsTo: Int32Array | Float64Array;
  readonly metresTo: Int32Array | Float64Array;
  /** `[other]`: seconds and metres from this location to the other one. */
  readonly secondsFrom: Int32Array | Float64Array;
  readonly metresFrom: Int32Array | Float64Array;
}

/** Keeps the rows of the locations that were asked for, because gathering a column costs a memory access per row. */
export class TravelRowStore {
  private travel: TravelTimes | undefined;
  private readonly rows = new Map<number, TravelRows>();

  /** The rows of a location; they hold as long as `travel` is the same object. */
  read(travel: TravelTimes, location: number): TravelRows {
    if (travel !== this.travel) {
      this.travel = travel;
      this.rows.clear();
    }
    const known = this.rows.get(location);
    if (known) return known;
    const rows = gatherRows(travel, location);
    this.rows.set(location, rows);
    return rows;
  }
}

function gatherRows(travel: TravelTimes, location: number): TravelRows {
  const [first, ...others] = travel.layers;
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
