import { areValidCoordinates, type Coordinates } from '../../backend/domain/units/coordinates.ts';
import type { RefusalCode } from './regionData.ts';
import { RowRefusal } from './rowRefusal.ts';

/** An object of a JSON file. Every method throws `RowRefusal` naming the field when it is not what it should be. */
export class JsonEntry {
  private constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    private readonly path: string,
  ) {}

  static of(value: unknown, path: string): JsonEntry {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new RowRefusal('malformedRow', `${path} is not an object`);
    return new JsonEntry(value as Record<string, unknown>, path);
  }

  private name(field: string): string {
    return this.path === '' ? field : `${this.path}.${field}`;
  }

  private value(field: string): unknown {
    const value = this.fields[field];
    if (value === undefined) throw new RowRefusal('emptyField', `"${this.name(field)}" is missing`);
    return value;
  }

  /** Is the field there at all? */
  has(field: string): boolean {
    return this.fields[field] !== undefined;
  }

  text(field: string): string {
    const value = this.value(field);
    if (typeof value !== 'string' || value.trim() === '')
      throw new RowRefusal('emptyField', `"${this.name(field)}" is not a text`);
    return value;
  }

  number(field: string, least: number, most: number): number {
    const value = this.value(field);
    if (typeof value !== 'number' || !Number.isFinite(value))
      throw new RowRefusal('notANumber', `"${this.name(field)}" is not a number`);
    if (value < least || value > most)
      throw new RowRefusal(
        'outOfRange',
        `"${this.name(field)}" must lie between ${least} and ${most}: ${value}`,
      );
    return value;
  }

  integer(field: string, least: number, most: number): number {
    const value = this.number(field, least, most);
    if (!Number.isInteger(value))
      throw new RowRefusal('notANumber', `"${this.name(field)}" is not a whole number: ${value}`);
    return value;
  }

  yesNo(field: string): boolean {
    const value = this.value(field);
    if (typeof value !== 'boolean')
      throw new RowRefusal('unknownValue', `"${this.name(field)}" must be true or false`);
    return value;
  }

  oneOf<Value extends string>(field: string, values: readonly Value[]): Value {
    const text = this.text(field);
    const value = values.find((candidate) => candidate === text);
    if (value === undefined)
      throw new RowRefusal(
        'unknownValue',
        `"${this.name(field)}" must be one of ${values.join(', ')}: ${text}`,
      );
    return value;
  }

  /** A text that must be in the set. */
  reference(field: string, known: ReadonlySet<string>, code: RefusalCode = 'unknownReference'): string {
    const text = this.text(field);
    if (!known.has(text)) throw new RowRefusal(code, `"${this.name(field)}" is not known: ${text}`);
    return text;
  }

  entry(field: string): JsonEntry {
    return JsonEntry.of(this.value(field), this.name(field));
  }

  /** A list, each member read by `read` (with its path). */
  list<Value>(field: string, read: (value: unknown, path: string) => Value): readonly Value[] {
    const value = this.value(field);
    if (!Array.isArray(value)) throw new RowRefusal('malformedRow', `"${this.name(field)}" is not a list`);
    return value.map((member, index) => read(member, `${this.name(field)}[${index}]`));
  }

  orNull<Value>(field: string, read: () => Value): Value | null {
    return this.fields[field] === null ? null : read();
  }

  /** A field that may be left out, as an object to be spread: `{}` then. */
  optional<Field extends string, Value>(field: Field, read: () => Value): { readonly [F in Field]?: Value } {
    return this.fields[field] === undefined ? {} : ({ [field]: read() } as { [F in Field]?: Value });
  }

  coordinates(field: string): Coordinates {
    const entry = this.entry(field);
    const point = { lon: entry.number('lon', -180, 180), lat: entry.number('lat', -90, 90) };
    if (!areValidCoordinates(point))
      throw new RowRefusal('outOfRange', `"${this.name(field)}" is not on the globe`);
    return point;
  }
}

/** For `list`: a whole number between two bounds. */
export function integerBetween(least: number, most: number): (value: unknown, path: string) => number {
  return (value, path) => JsonEntry.of({ value }, path).integer('value', least, most);
}

/** For `list`: a text of the set, where one is given. */
export function textOf(known?: ReadonlySet<string>): (value: unknown, path: string) => string {
  return (value, path) => {
    const entry = JsonEntry.of({ value }, path);
    return known ? entry.reference('value', known) : entry.text('value');
  };
}
