import { StoreFault } from '../../domain/fault/storeFault.ts';

/** The rows of one table by their key. Rows are never changed in place. */
type Rows = ReadonlyMap<string, unknown>;

/** All tables by name. */
type Picture = Readonly<Record<string, Rows>>;

/** Keeps the state; a picture handed to a reader never changes while it is held. */
export class MemoryKeeper {
  readonly #tables: Record<string, Map<string, unknown>> = {};
  #readers = 0;
  /** Tables copied since a picture was last handed out: no reader has them. */
  readonly #own = new Set<Rows>();

  /** The present picture; valid until the next commit. */
  get present(): Picture {
    return this.#tables;
  }

  /** The present picture for as long as the reader likes, until `release`. */
  hold(): { readonly picture: Picture; readonly release: () => void } {
    this.#readers += 1;
    this.#own.clear();
    return {
      picture: { ...this.#tables },
      release: () => {
        this.#readers -= 1;
      },
    };
  }

  /** Puts the changes of a transaction into the state. */
  commit(changes: ReadonlyMap<string, Rows>): void {
    for (const [name, rows] of changes) {
      const table = this.#writable(name);
      for (const [key, row] of rows) table.set(key, row);
    }
  }

  #writable(name: string): Map<string, unknown> {
    const table = this.#tables[name];
    if (table && (this.#readers === 0 || this.#own.has(table))) return table;
    const copy = new Map(table);
    this.#tables[name] = copy;
    this.#own.add(copy);
    return copy;
  }
}

/** What one transaction sees: the picture it began with and, over it, its own changes. */
export class MemoryTransaction {
  readonly changes = new Map<string, Map<string, unknown>>();
  /** The first refusal: after one, the transaction is not committed even if somebody caught it. */
  fault: Error | undefined;

  constructor(
    private readonly picture: Picture,
    private readonly readOnly: boolean,
  ) {}

  get<Row>(table: string, key: string): Row | undefined {
    const own = this.changes.get(table);
    return (own?.has(key) ? own.get(key) : this.picture[table]?.get(key)) as Row | undefined;
  }

  /** All rows of a table; changed ones stand where they stood, new ones at the end. */
  all<Row>(table: string): readonly Row[] {
    const own = this.changes.get(table);
    const rows = this.picture[table] ?? new Map<string, unknown>();
    if (!own) return [...rows.values()] as Row[];
    const old = [...rows].map(([key, row]) => (own.has(key) ? own.get(key) : row));
    const added = [...own].filter(([key]) => !rows.has(key)).map(([, row]) => row);
    return [...old, ...added] as Row[];
  }

  /** The keys of a table's rows. */
  keys(table: string): readonly string[] {
    const own = this.changes.get(table) ?? new Map<string, unknown>();
    return [...new Set([...(this.picture[table]?.keys() ?? []), ...own.keys()])];
  }

  /** How many rows a table has. */
  count(table: string): number {
    const rows = this.picture[table];
    const added = [...(this.changes.get(table)?.keys() ?? [])].filter((key) => !rows?.has(key));
    return (rows?.size ?? 0) + added.length;
  }

  refuse(fault: Error): never {
    this.fault ??= fault;
    throw fault;
  }

  set(table: string, key: string, row: unknown): void {
    if (this.readOnly) this.refuse(new StoreFault('internal', `A reading transaction wrote to ${table}.`));
    let own = this.changes.get(table);
    if (!own) {
      own = new Map();
      this.changes.set(table, own);
    }
    own.set(key, row);
  }
}
