import {
  checkImportSchema,
  type ImportErrorsAnswer,
  type ImportRowView,
  type ImportsAnswer,
  type ImportView,
  mendRowSchema,
  type RollbackAnswer,
  runImportSchema,
} from '../../contract/index.ts';
import { Refused } from '../../domain/fault/refused.ts';
import { rejectionText } from '../../domain/rejection/rejectionTexts.ts';
import type { CheckedRow, ColumnMapping, ImportJob } from '../../riders/index.ts';
import { localMoment } from '../views/localMoment.ts';
import { personView } from '../views/personView.ts';
import { accountScopeOf, actorOf, answer, type Call, type Reply } from './call.ts';
import { parseInput } from './parseInput.ts';
import { idOf } from './queryInput.ts';

/** Rows with something to look at are sent up to this many; whoever has more mends the file first. */
const MOST_ROWS_SHOWN = 500;
const SAMPLE_ROWS = 5;
const MOST_IMPORTS = 50;
const LONGEST_NAME = 120;

/** Lists of riders from files. */
export const importRoutes = {
  'GET /api/v1/imports': listImports,
  'POST /api/v1/imports': openImport,
  'GET /api/v1/imports/:id': readImport,
  'GET /api/v1/imports/:id/errors': listErrors,
  'POST /api/v1/imports/:id/check': checkImport,
  'POST /api/v1/imports/:id/rows/:row': mendRow,
  'POST /api/v1/imports/:id/cancel': cancelImport,
  'POST /api/v1/imports/:id/run': runImport,
  'POST /api/v1/imports/:id/rollback': rollBack,
};

async function listImports(call: Call): Promise<Reply> {
  const imports = await call.deps.store.read(accountScopeOf(call), ({ register }) =>
    register.listImports(MOST_IMPORTS),
  );
  const view: ImportsAnswer = {
    imports: imports.map(({ id, fileName, importedAt, personIds, rolledBackAt }) => ({
      id,
      fileName,
      importedAt: localMoment(importedAt),
      count: personIds.length,
      isRolledBack: rolledBackAt !== null,
    })),
  };
  return answer(view);
}

async function openImport(call: Call): Promise<Reply> {
  const { name } = call.query as { name?: unknown };
  const fileName = typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '';
  const bytes = Buffer.isBuffer(call.body) ? call.body : Buffer.alloc(0);
  const opened = await call.deps.imports.open(bytes, fileName, actorOf(call));
  if (!opened.ok) throw new Refused(opened.reason);
  return { status: 201, body: await importView(call, opened.value) };
}

async function readImport(call: Call): Promise<Reply> {
  const job = call.deps.imports.find(idOf(call.params.id, 'unknownImport'), actorOf(call));
  if (!job) throw new Refused({ code: 'unknownImport' });
  return answer(await importView(call, job));
}

async function listErrors(call: Call): Promise<Reply> {
  const job = call.deps.imports.find(idOf(call.params.id, 'unknownImport'), actorOf(call));
  if (!job) throw new Refused({ code: 'unknownImport' });
  const errors = job.checked.filter(({ rider }) => rider === null);
  const view: ImportErrorsAnswer = { rows: await rowViews(call, job, errors) };
  return answer(view);
}

async function checkImport(call: Call): Promise<Reply> {
  const { mapping } = parseInput(checkImportSchema, call.body);
  const id = idOf(call.params.id, 'unknownImport');
  const begun = call.deps.imports.check(id, mapping as ColumnMapping, actorOf(call));
  if (!begun.ok) throw new Refused(begun.reason);
  return answer(await importView(call, begun.value));
}

async function mendRow(call: Call): Promise<Reply> {
  const { cells } = parseInput(mendRowSchema, call.body);
  const id = idOf(call.params.id, 'unknownImport');
  const mended = await call.deps.imports.mend(id, Number(call.params.row), cells, actorOf(call));
  if (!mended.ok) throw new Refused(mended.reason);
  return answer(await importView(call, mended.value));
}

async function cancelImport(call: Call): Promise<Reply> {
  const cancelled = call.deps.imports.cancel(idOf(call.params.id, 'unknownImport'), actorOf(call));
  if (!cancelled.ok) throw new Refused(cancelled.reason);
  return answer(await importView(call, cancelled.value));
}

async function runImport(call: Call): Promise<Reply> {
  const { rows, withSimilar } = parseInput(runImportSchema, call.body);
  const id = idOf(call.params.id, 'unknownImport');
  const job = call.deps.imports.find(id, actorOf(call));
  const everyRow = withSimilar && rows === null ? (job?.checked.map(({ row }) => row) ?? null) : rows;
  const done = await call.deps.imports.import(id, everyRow, actorOf(call));
  if (!done.ok) throw new Refused(done.reason);
  const { fileName, importedAt, personIds } = done.value.import;
  return {
    status: 201,
    body: { id, fileName, importedAt: localMoment(importedAt), count: personIds.length, isRolledBack: false },
  };
}

async function rollBack(call: Call): Promise<Reply> {
  const done = await call.deps.imports.rollBack(idOf(call.params.id, 'unknownImport'), actorOf(call));
  if (!done.ok) throw new Refused(done.reason);
  const view: RollbackAnswer = { removed: done.value.removed, kept: done.value.kept.map(personView) };
  return answer(view);
}

async function importView(call: Call, job: ImportJob): Promise<ImportView> {
  const { id, fileName, headers, rows, mapping, state, done, checked } = job;
  const errors = checked.filter(({ rider }) => rider === null);
  const similar = checked.filter(({ rider, similarIds }) => rider !== null && similarIds.length > 0);
  const weight = ({ rider, similarIds }: CheckedRow) => (rider === null ? 0 : similarIds.length > 0 ? 1 : 2);
  const shown = checked
    .filter(({ remarks, similarIds }) => remarks.length + similarIds.length > 0)
    .sort((a, b) => weight(a) - weight(b) || a.row - b.row)
    .slice(0, MOST_ROWS_SHOWN);
  return {
    id,
    fileName,
    headers: [...headers],
    sample: rows.slice(0, SAMPLE_ROWS).map((row) => [...row]),
    mapping: { ...mapping },
    state,
    rowCount: rows.length,
    done,
    goodCount: checked.length - errors.length,
    errorCount: errors.length,
    similarCount: similar.length,
    // While it runs only the counts are of use; the rows come when it is done.
    errorRows: state === 'checking' ? [] : errors.map(({ row }) => row),
    similarRows: state === 'checking' ? [] : similar.map(({ row }) => row),
    rows: state === 'checking' ? [] : await rowViews(call, job, shown),
  };
}

async function rowViews(call: Call, job: ImportJob, rows: readonly CheckedRow[]): Promise<ImportRowView[]> {
  const ids = [...new Set(rows.flatMap(({ similarIds }) => similarIds))];
  const people = await call.deps.store.read(accountScopeOf(call), (tables) => tables.people.listByIds(ids));
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.map(({ row, rider, remarks, similarIds }) => {
    const cells = job.rows[row - 2] ?? [];
    const cell = (field: keyof ColumnMapping): string => {
      const column = job.mapping[field];
      return column === undefined ? '' : (cells[column] ?? '');
    };
    return {
      row,
      cells: job.headers.map((_, column) => cells[column] ?? ''),
      name: rider
        ? `${rider.familyName} ${rider.givenName}`
        : cell('name') || cell('familyName') + cell('givenName'),
      kana: rider
        ? `${rider.familyKana} ${rider.givenKana}`
        : cell('kana') || cell('familyKana') + cell('givenKana'),
      birthYear: rider?.birthYear ?? null,
      hamlet: rider?.hamlet ?? (cell('address') || cell('hamlet')),
      phone: rider?.phone ?? cell('phone'),
      isGood: rider !== null,
      remarks: remarks.map(({ field, code, isError, details = {} }) => ({
        field,
        column: job.headers[job.mapping[field] ?? -1] ?? '',
        code,
        isError,
        ...rejectionText({ code, details }),
      })),
      similar: similarIds.flatMap((similarId) => {
        const person = byId.get(similarId);
        return person ? [personView(person)] : [];
      }),
    };
  });
}
