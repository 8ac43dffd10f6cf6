import type { Actor } from '../../domain/account/actor.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Rejection } from '../../domain/rejection/rejection.ts';
import { type Outcome, refusal, success } from '../../domain/units/outcome.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import type { Log } from '../../ports/log.ts';
import type { RiderImport } from '../../ports/registerTables.ts';
import type { SheetReader, SheetRows } from '../../ports/sheetReader.ts';
import { riderLogEvent } from '../register/riderLogEvent.ts';
import type { RidersWorld } from '../ridersWorld.ts';
import { type CheckedRow, checkRows, newCheckMemory, remember } from './checkRows.ts';
import { type ColumnMapping, guessMapping } from './importColumns.ts';

/** A file on its way into the register, kept in this process until it is imported or forgotten. */
export interface ImportJob {
  readonly id: string;
  readonly fileName: string;
  readonly ownerId: string;
  readonly headers: readonly string[];
  readonly rows: SheetRows;
  readonly mapping: ColumnMapping;
  readonly state: 'uploaded' | 'checking' | 'checked' | 'cancelled' | 'failed' | 'imported';
  /** How many rows are checked. */
  readonly done: number;
  readonly checked: readonly CheckedRow[];
  readonly openedAt: EpochMs;
}

/** What an import brought. */
export interface ImportResult {
  readonly import: RiderImport;
  readonly job: ImportJob;
}

/** Who stays when an import is taken back: people who have booked, or whose entry was changed. */
export interface RollbackResult {
  readonly removed: number;
  readonly kept: readonly Person[];
}

/** The sheet's number of the first row below the header. */
const FIRST_ROW = 2;
const MOST_ROWS = 20_000;
/** So many rows are checked in one transaction; others get a turn in between. */
const ROWS_AT_ONCE = 40;
/** A file that nobody goes on with is forgotten: after two hours, or when others come. */
const FORGOTTEN_MS = 2 * 3_600_000;
const MOST_JOBS = 6;
const PEOPLE_AT_ONCE = 1000;

/** Lists of riders from files: read, checked, imported, taken back. */
export class ImportDesk {
  readonly #jobs = new Map<string, ImportJob>();

  constructor(
    private readonly world: RidersWorld,
    private readonly reader: SheetReader,
    private readonly log: Log,
  ) {}

  /** Reads a file and guesses what its columns hold. */
  async open(bytes: Uint8Array, fileName: string, actor: Actor): Promise<Outcome<ImportJob, Rejection>> {
    const sheet = await this.reader.read(bytes);
    if (!sheet) return refusal({ code: 'importUnreadable', field: 'file' });
    const [headers, ...rows] = sheet;
    if (!headers || rows.length === 0) return refusal({ code: 'importEmpty', field: 'file' });
    if (rows.length > MOST_ROWS) return refusal({ code: 'importTooLarge', field: 'file' });
    this.#forget();
    const job: ImportJob = {
      id: this.world.ids.next('import'),
      fileName,
      ownerId: actor.name,
      headers,
      rows,
      mapping: guessMapping(headers),
      state: 'uploaded',
      done: 0,
      checked: [],
      openedAt: this.world.wallClock.now(),
    };
    this.#jobs.set(job.id, job);
    return success(job);
  }

  /** A file of this account's. */
  find(id: string, actor: Actor): ImportJob | undefined {
    const job = this.#jobs.get(id);
    return job?.ownerId === actor.name ? job : undefined;
  }

  /** Begins to check all rows under a mapping; `find` tells how far it is. */
  check(id: string, mapping: ColumnMapping, actor: Actor): Outcome<ImportJob, Rejection> {
    const job = this.find(id, actor);
    if (!job || job.state === 'imported') return refusal({ code: 'unknownImport' });
    const begun: ImportJob = { ...job, mapping, state: 'checking', done: 0, checked: [] };
    this.#jobs.set(id, begun);
    this.#run(begun, actor).catch((err: unknown) => {
      this.log.error({ err, importId: id }, 'a list of riders could not be checked');
      this.#change(begun, { state: 'failed' });
    });
    return success(begun);
  }

  /**
   * Puts other texts into a row of a checked file and checks it again; the others stay as they were found.
   * @param row as the sheet counts
   * @param cells one text for each header
   */
  async mend(
    id: string,
    row: number,
    cells: readonly string[],
    actor: Actor,
  ): Promise<Outcome<ImportJob, Rejection>> {
    const job = this.find(id, actor);
    if (job?.state !== 'checked' || !job.rows[row - FIRST_ROW]) return refusal({ code: 'unknownImport' });
    const memory = newCheckMemory();
    remember(
      memory,
      job.checked.filter((each) => each.row !== row),
    );
    const [mended] = await this.world.store.read(actor.scope, (tables) =>
      checkRows(tables, [cells], row - FIRST_ROW, job.mapping, memory, this.world.clock.now()),
    );
    const present = this.find(id, actor);
    if (present?.state !== 'checked' || !mended) return refusal({ code: 'unknownImport' });
    // Another row was mended meanwhile: held against that one, too.
    if (present.checked !== job.checked) return this.mend(id, row, cells, actor);
    const after: ImportJob = {
      ...present,
      rows: present.rows.with(row - FIRST_ROW, cells),
      checked: present.checked.map((each) => (each.row === row ? mended : each)),
    };
    this.#jobs.set(id, after);
    return success(after);
  }

  cancel(id: string, actor: Actor): Outcome<ImportJob, Rejection> {
    const job = this.find(id, actor);
    if (!job) return refusal({ code: 'unknownImport' });
    const cancelled: ImportJob = job.state === 'checking' ? { ...job, state: 'cancelled' } : job;
    this.#jobs.set(id, cancelled);
    return success(cancelled);
  }

  /**
   * Adds the riders of all rows without errors, or of the chosen ones, in one transaction.
   * @param rows numbers as the sheet counts; null: all of whom nobody similar is registered
   */
  async import(
    id: string,
    rows: readonly number[] | null,
    actor: Actor,
  ): Promise<Outcome<ImportResult, Rejection>> {
    const job = this.find(id, actor);
    if (job?.state !== 'checked') return refusal({ code: 'unknownImport' });
    const chosen = new Set(
      rows ?? job.checked.filter(({ similarIds }) => similarIds.length === 0).map(({ row }) => row),
    );
    const people = job.checked.flatMap(({ row, rider }) =>
      rider && chosen.has(row) ? [this.#personOf(rider)] : [],
    );
    const now = this.world.clock.now();
    const done: RiderImport = {
      id,
      fileName: job.fileName,
      importedBy: actor.name,
      importedAt: now,
      personIds: people.map((person) => person.id),
      rolledBackAt: null,
    };
    // Before the work, so that a second press finds nothing to import.
    this.#jobs.set(id, { ...job, state: 'imported', rows: [], checked: [] });
    try {
      await this.world.store.write(actor.scope, async (tables) => {
        for (let start = 0; start < people.length; start += PEOPLE_AT_ONCE) {
          const part = people.slice(start, start + PEOPLE_AT_ONCE);
          await tables.people.insertMany(part);
          const body = { type: 'RiderAdded', importId: id } as const;
          await tables.events.append(part.map((person) => riderLogEvent(person, body, actor.name, now)));
        }
        await tables.register.insertImport(done);
      });
    } catch (fault) {
      this.#jobs.set(id, job);
      throw fault;
    }
    return success({ import: done, job: this.#jobs.get(id) ?? job });
  }

  /** Takes an import back; whoever has booked or was changed meanwhile stays and is named. */
  rollBack(id: string, actor: Actor): Promise<Outcome<RollbackResult, Rejection>> {
    return this.world.store.write(actor.scope, async ({ register, people }) => {
      const done = await register.findImport(id);
      if (!done || !(await register.closeImport(id, this.world.clock.now()))) {
        return refusal({ code: 'unknownImport' });
      }
      const keptIds = await people.removeUntouched(done.personIds);
      return success({
        removed: done.personIds.length - keptIds.length,
        kept: await people.listByIds(keptIds),
      });
    });
  }

  async #run(job: ImportJob, actor: Actor): Promise<void> {
    const memory = newCheckMemory();
    for (let start = 0; start < job.rows.length; start += ROWS_AT_ONCE) {
      const part = job.rows.slice(start, start + ROWS_AT_ONCE);
      const checked = await this.world.store.read(actor.scope, (tables) =>
        checkRows(tables, part, start, job.mapping, memory, this.world.clock.now()),
      );
      // Another mapping or a cancel meanwhile: this run is over.
      const present = this.#jobs.get(job.id);
      if (present?.state !== 'checking' || present.mapping !== job.mapping) return;
      const all = [...present.checked, ...checked];
      this.#jobs.set(job.id, { ...present, checked: all, done: all.length });
    }
    this.#change(job, { state: 'checked' });
  }

  #change(job: ImportJob, change: Partial<ImportJob>): void {
    const present = this.#jobs.get(job.id);
    if (present?.state === 'checking' && present.mapping === job.mapping) {
      this.#jobs.set(job.id, { ...present, ...change });
    }
  }

  #personOf(rider: NonNullable<CheckedRow['rider']>): Person {
    const { ids } = this.world;
    return {
      ...rider,
      id: ids.next('person'),
      householdId: ids.next('household'),
      clinicId: null,
      revision: 1,
    };
  }

  #forget(): void {
    const now = this.world.wallClock.now();
    for (const [id, job] of this.#jobs) {
      if (now - job.openedAt > FORGOTTEN_MS || this.#jobs.size >= MOST_JOBS) this.#jobs.delete(id);
    }
  }
}
