import { areValidCoordinates, type Coordinates } from '../../backend/domain/units/coordinates.ts';
import type { RefusalCode } from './regionData.ts';
import { RowRefusal } from './rowRefusal.ts';

/** One row of a CSV table. Every method throws `RowRefusal` with a reason when the field is not what it should be. */
export class TableRow {
  /**
   * @param fields value by column
   * @param seenIds ids of the rows accepted so far
   */
  constructor(
    private readonly fields: ReadonlyMap<string, string>,
    private readonly seenIds: Set<string>,
  ) {}

  /** The trimmed text of a column, possibly empty. */
  optionalText(column: string): string {
    const text = this.fields.get(column);
    if (text === undefined) throw new RowRefusal('missingColumn', `there is no column "${column}"`);
    return text.trim();
  }

  /** The trimmed text of a column that may not be empty. */
  text(column: string): string {
    const text = this.optionalText(column);
    if (text === '') throw new RowRefusal('emptyField', `"${column}" is empty`);
    return text;
  }

  /** A text no earlier row had. */
  uniqueId(column: string): string {
    const id = this.text(column);
    if (this.seenIds.has(id)) throw new RowRefusal('duplicateId', `"${column}" ${id} occurs more than once`);
    return id;
  }

  /** Remembers an accepted row's id. */
  keepId(id: string): void {
    this.seenIds.add(id);
  }

  /** A finite number between two bounds (both allowed). */
  number(column: string, least: number, most: number): number {
    const text = this.text(column);
    const value = Number(text);
    if (!Number.isFinite(value)) throw new RowRefusal('notANumber', `"${column}" is not a number: ${text}`);
    if (value < least || value > most)
      throw new RowRefusal('outOfRange', `"${column}" must lie between ${least} and ${most}: ${text}`);
    return value;
  }

  /** A whole number between two bounds (both allowed). */
  integer(column: string, least: number, most: number): number {
    const value = this.number(column, least, most);
    if (!Number.isInteger(value))
      throw new RowRefusal('notANumber', `"${column}" is not a whole number: ${value}`);
    return value;
  }

  /** One of the listed values. */
  oneOf<Value extends string>(column: string, values: readonly Value[]): Value {
    const text = this.text(column);
    const value = values.find((candidate) => candidate === text);
    if (value === undefined)
      throw new RowRefusal('unknownValue', `"${column}" must be one of ${values.join(', ')}: ${text}`);
    return value;
  }

  /** A text that must be in the set where a set is given. */
  reference(column: string, known: ReadonlySet<string> | undefined, code: RefusalCode): string {
    const text = this.text(column);
    if (known && !known.has(text)) throw new RowRefusal(code, `"${column}" is not known: ${text}`);
    return text;
  }

  /** Columns `lon` and `lat`, inside the bounds where bounds are given. */
  coordinates(bounds: readonly [number, number, number, number] | undefined): Coordinates {
    const point = { lon: this.number('lon', -180, 180), lat: this.number('lat', -90, 90) };
    if (!areValidCoordinates(point))
      throw new RowRefusal('outOfRange', 'the coordinates are not on the globe');
    if (bounds) {
      const [west, south, east, north] = bounds;
      if (point.lon < west || point.lon > east || point.lat < south || point.lat > north)
        throw new RowRefusal('outsideBounds', `${point.lon}, ${point.lat} lies outside the region's bounds`);
    }
    return point;
  }
}
