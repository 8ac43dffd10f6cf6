import { normaliseKana } from '../../domain/person/normaliseKana.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Place } from '../../domain/place/place.ts';
import type { Rejection, RejectionCode } from '../../domain/rejection/rejection.ts';
import type { EpochMs } from '../../domain/units/time.ts';
import { serviceDayOf } from '../../domain/units/time.ts';
import type { SheetRows } from '../../ports/sheetReader.ts';
import type { Tables } from '../../ports/tables.ts';
import { listSimilar } from '../register/listSimilar.ts';
import { type PlainEntry, type RiderEntry, readEntry } from '../register/riderEntry.ts';
import type { ColumnMapping, ImportField } from './importColumns.ts';
import { type RowRemark, type RowTexts, readImportRow } from './readImportRow.ts';

/** A row as it would be imported. */
export interface CheckedRow {
  /** From 1, as the sheet counts; the header is 1. */
  readonly row: number;
  /** The rider; null where errors keep them out. */
  readonly rider: (PlainEntry & Pick<Person, 'home' | 'municipality'>) | null;
  readonly remarks: readonly RowRemark[];
  /** Registered riders who may be the same. */
  readonly similarIds: readonly string[];
}

/** Answers that many rows share, kept while a file is checked. */
export interface CheckMemory {
  readonly readings: Map<string, readonly string[]>;
  readonly places: Map<string, Place | null>;
  /** Rows of the file by name, birth and telephone: the same twice is a slip. */
  readonly seen: Map<string, number>;
}

export function newCheckMemory(): CheckMemory {
  return { readings: new Map(), places: new Map(), seen: new Map() };
}

/** Where the file has no column for a part of the name, the whole name has it. */
const WHOLE_OF: Readonly<Partial<Record<ImportField, ImportField>>> = {
  familyName: 'name',
  givenName: 'name',
  familyKana: 'kana',
  givenKana: 'kana',
};

/** Texts that can be read, to look past a wrong one for what else is wrong. */
const READABLE = {
  familyName: '会津',
  givenName: '会津',
  familyKana: 'あいづ',
  givenKana: 'あいづ',
  birth: '1940',
  phone: '',
  otherPhones: [],
  hamlet: '',
  houseName: null,
  note: null,
} satisfies Partial<RiderEntry>;

/**
 * Checks some rows against region and register; nothing is written.
 * @param start the number of the first of these rows among all below the header, from 0
 */
export async function checkRows(
  tables: Tables,
  rows: SheetRows,
  start: number,
  mapping: ColumnMapping,
  memory: CheckMemory,
  now: EpochMs,
): Promise<readonly CheckedRow[]> {
  const checked: CheckedRow[] = [];
  for (const [i, cells] of rows.entries()) {
    checked.push(await checkRow(tables, cells, start + i + 2, mapping, memory, now));
  }
  return checked;
}

async function checkRow(
  tables: Tables,
  cells: readonly string[],
  row: number,
  mapping: ColumnMapping,
  memory: CheckMemory,
  now: EpochMs,
): Promise<CheckedRow> {
  const texts = readImportRow(cells, mapping);
  const remarks = [...texts.remarks];
  const error = (field: ImportField, code: RejectionCode, details: Rejection['details'] = {}) => {
    const isTold = remarks.some((told) => told.field === field && told.code === code);
    if (!isTold) remarks.push({ field, code, isError: true, details });
  };
  const isWrong = (field: ImportField) => remarks.some((told) => told.field === field && told.isError);
  const names = await partNames(tables, texts, memory, remarks);
  const [phone = '', ...otherPhones] = texts.phones;
  const entry: RiderEntry = {
    ...names,
    birth: texts.birth,
    home: null,
    hamlet: texts.hamlet,
    houseName: texts.houseName,
    houseKana: null,
    phone,
    otherPhones,
    needs: texts.needs,
    careLevel: null,
    certificates: [],
    note: texts.note,
    consentOn: texts.hasConsent ? serviceDayOf(now) : null,
  };
  const plain = readEntry(entry, now);
  const problems = problemsOf(entry, now);
  for (const { field, code, details } of problems) error(columnOf(field, mapping), code, details);
  const place = await findPlace(tables, texts, memory);
  const placeField = texts.hamlet !== '' && mapping.address === undefined ? 'hamlet' : 'address';
  const noPlace = texts.places.length === 0 ? 'homeMissing' : 'unknownPlace';
  if (!place && !isWrong('address') && !isWrong('hamlet')) error(placeField, noPlace);
  const isKeptOut = remarks.some(({ isError }) => isError);
  if (!plain.ok || !place || isKeptOut) return { row, rider: null, remarks, similarIds: [] };
  const hamlet = plain.value.hamlet || place.name;
  const rider = { ...plain.value, hamlet, home: place.coordinates, municipality: place.municipality };
  const twin = findTwin(rider, row, memory);
  if (twin !== undefined) error('name', 'rowTwice');
  const similar = await listSimilar(tables.people, rider);
  return {
    row,
    rider: twin === undefined ? rider : null,
    remarks,
    similarIds: similar.map(({ id }) => id),
  };
}

/** Everything that is wrong with an entry, not only what is met first. */
function problemsOf(
  entry: RiderEntry,
  now: EpochMs,
): readonly (Pick<Rejection, 'code' | 'details'> & { readonly field: keyof typeof READABLE })[] {
  const read = readEntry(entry, now);
  if (read.ok) return [];
  const field = (read.reason.field?.split('.')[0] ?? 'phone') as keyof typeof READABLE;
  return [{ ...read.reason, field }, ...problemsOf({ ...entry, [field]: READABLE[field] }, now)];
}

/** The field of the file from which a field of an entry came. */
function columnOf(field: keyof typeof READABLE, mapping: ColumnMapping): ImportField {
  if (field === 'otherPhones') return mapping.mobile === undefined ? 'phone' : 'mobile';
  return mapping[field] === undefined ? (WHOLE_OF[field] ?? field) : field;
}

/** Takes rows that were checked earlier into a new memory, so that one row more can be held against them. */
export function remember({ seen }: CheckMemory, rows: readonly CheckedRow[]): void {
  for (const { row, rider } of rows) if (rider) seen.set(twinKey(rider), row);
}

function twinKey(rider: PlainEntry): string {
  const name = normaliseKana(rider.familyKana + rider.givenKana);
  return `${name} ${rider.birthYear} ${rider.phone} ${rider.hamlet}`;
}

/** The row of the file that has the same person already. */
function findTwin(rider: PlainEntry, row: number, { seen }: CheckMemory): number | undefined {
  const key = twinKey(rider);
  const before = seen.get(key);
  if (before === undefined) seen.set(key, row);
  return before;
}

type Names = Pick<Person, 'familyName' | 'givenName' | 'familyKana' | 'givenKana'>;

/** Names parted and read, with the register's help where the file does not say. */
async function partNames(
  tables: Tables,
  texts: RowTexts,
  memory: CheckMemory,
  remarks: RowRemark[],
): Promise<Names> {
  const read = async (name: string): Promise<readonly string[]> => {
    const known = memory.readings.get(name) ?? (await tables.people.readingsOf(name));
    memory.readings.set(name, known);
    return known;
  };
  const names =
    texts.familyName === '' && texts.name !== '' ? await partWholeName(texts, read) : { ...texts };
  if (texts.name !== '' && names.familyName === '') {
    remarks.push({ field: 'name', code: 'nameNotParted', isError: true });
    return { ...names, familyName: texts.name, givenName: texts.name };
  }
  let { familyKana, givenKana } = names;
  if (familyKana === '' && givenKana === '' && texts.kana !== '') {
    const [family] = (await read(names.familyName)).filter((one) => texts.kana.startsWith(one));
    if (family !== undefined) {
      familyKana = family;
      givenKana = texts.kana.slice(family.length);
    }
  }
  if (familyKana === '' || givenKana === '') {
    familyKana ||= (await read(names.familyName))[0] ?? '';
    givenKana ||= (await read(names.givenName))[0] ?? '';
    if (familyKana !== '' && givenKana !== '') {
      remarks.push({ field: 'kana', code: 'kanaGuessed', isError: false });
    }
  }
  return { familyName: names.familyName, givenName: names.givenName, familyKana, givenKana };
}

/** Family names have up to four characters; the longest that somebody has, with a reading that fits, is the one. */
async function partWholeName(
  texts: RowTexts,
  read: (name: string) => Promise<readonly string[]>,
): Promise<Names> {
  const characters = [...texts.name];
  for (let length = Math.min(4, characters.length - 1); length > 0; length -= 1) {
    const familyName = characters.slice(0, length).join('');
    const readings = await read(familyName);
    const givenName = characters.slice(length).join('');
    const kana = texts.familyKana || texts.kana;
    const fitting = readings.find((one) => kana.startsWith(one)) ?? (kana === '' ? readings[0] : undefined);
    if (fitting === undefined) continue;
    const { familyKana, givenKana } = texts;
    return { familyName, givenName, familyKana, givenKana };
  }
  return { familyName: '', givenName: '', familyKana: texts.familyKana, givenKana: texts.givenKana };
}

async function findPlace(
  tables: Tables,
  { places }: RowTexts,
  memory: CheckMemory,
): Promise<Place | undefined> {
  for (const said of places) {
    const known = memory.places.get(said);
    const found = known === undefined ? ((await tables.places.searchPlaces(said, 1))[0] ?? null) : known;
    memory.places.set(said, found);
    if (found) return found;
  }
  return undefined;
}
