import type { TimeWindow } from '../../domain/units/time.ts';
import { InstanceError } from './textNumbers.ts';

/** A JSON object with its place in the file, for messages people can act on. A field that is `null` counts as left out. */
export class JsonFields {
  readonly #value: Record<string, unknown>;
  readonly #asked = new Set<string>();
  readonly #parts: JsonFields[] = [];
  readonly path: string;

  /** @throws InstanceError when the value is no object */
  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InstanceError(`${path || 'the file'}: expected an object`);
    }
    this.#value = value as Record<string, unknown>;
    this.path = path;
  }

  has(name: string): boolean {
    return (this.#look(name) ?? undefined) !== undefined;
  }

  /** Places of the fields that nobody has asked for, here and in the objects within. */
  strangers(): string[] {
    const own = Object.keys(this.#value).filter((name) => !this.#asked.has(name));
    return [...own.map((name) => this.#place(name)), ...this.#parts.flatMap((part) => part.strangers())];
  }

  #look(name: string): unknown {
    this.#asked.add(name);
    return this.#value[name];
  }

  text(name: string): string {
    const value = this.#look(name);
    if (typeof value !== 'string' || value === '') throw this.#fault(name, 'a text');
    return value;
  }

  /** A finite number; `otherwise` when absent. */
  number(name: string, otherwise?: number): number {
    const value = this.#look(name) ?? otherwise;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.#fault(name, 'a number');
    return value;
  }

  /** A whole number from `least` to `most`. */
  whole(name: string, least: number, most: number, otherwise?: number): number {
    const value = this.number(name, otherwise);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw this.#fault(name, `a whole number from ${least} to ${most}`);
    }
    return value;
  }

  /** `true` or `false`. */
  flag(name: string): boolean {
    const value = this.#look(name);
    if (typeof value !== 'boolean') throw this.#fault(name, 'true or false');
    return value;
  }

  window(name: string): TimeWindow {
    const [earliest, latest, ...rest] = this.numbers(name);
    if (earliest === undefined || latest === undefined || rest.length > 0 || earliest > latest) {
      throw this.#fault(name, 'two seconds [earliest, latest]');
    }
    return { earliest, latest };
  }

  /** A list of lists of whole numbers of at least 0. */
  wholeLists(name: string): number[][] {
    return this.list(name).map((entry, i) => {
      const isList = Array.isArray(entry) && entry.every((value) => Number.isInteger(value) && value >= 0);
      if (!isList)
        throw new InstanceError(`${this.#place(name)}[${i}]: expected whole numbers of at least 0`);
      return entry;
    });
  }

  numbers(name: string): number[] {
    const value = this.#look(name);
    if (!Array.isArray(value) || !value.every((entry) => Number.isFinite(entry))) {
      throw this.#fault(name, 'a list of numbers');
    }
    return value as number[];
  }

  texts(name: string): string[] {
    const value = this.list(name);
    if (!value.every((entry) => typeof entry === 'string')) throw this.#fault(name, 'a list of texts');
    return value as string[];
  }

  list(name: string): unknown[] {
    const value = this.#look(name);
    if (!Array.isArray(value)) throw this.#fault(name, 'a list');
    return value;
  }

  /** Each entry of a list of objects. */
  objects(name: string): JsonFields[] {
    return this.list(name).map((entry, i) => this.#part(entry, `${this.#place(name)}[${i}]`));
  }

  object(name: string): JsonFields {
    return this.#part(this.#look(name), this.#place(name));
  }

  #part(value: unknown, path: string): JsonFields {
    const part = new JsonFields(value, path);
    this.#parts.push(part);
    return part;
  }

  /** Rows of numbers, all as long as there are rows; `null` stands for "no way". */
  matrix(name: string, size: number): Float64Array {
    const rows = this.list(name);
    const cells = new Float64Array(size * size);
    if (rows.length !== size) throw this.#fault(name, `${size} rows, one per location`);
    rows.forEach((row, from) => {
      if (!Array.isArray(row) || row.length !== size) {
        throw new InstanceError(`${this.#place(name)}[${from}]: expected ${size} numbers`);
      }
      row.forEach((cell: unknown, to) => {
        const value = cell === null ? Number.POSITIVE_INFINITY : cell;
        if (typeof value !== 'number' || !(value >= 0)) {
          throw new InstanceError(
            `${this.#place(name)}[${from}][${to}]: expected a number of at least 0 or null`,
          );
        }
        cells[from * size + to] = value;
      });
    });
    return cells;
  }

  #place(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  #fault(name: string, expected: string): InstanceError {
    return new InstanceError(`${this.#place(name)}: expected ${expected}`);
  }
}
