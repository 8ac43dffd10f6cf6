import {
  type Depot,
  type Driver,
  type Provider,
  type ShiftBreak,
  type ShiftTemplate,
  SKILLS,
  type Vehicle,
} from '../../backend/domain/fleet/fleet.ts';
import { PLACE_KINDS } from '../../backend/domain/units/load.ts';
import { integerBetween, JsonEntry } from './jsonEntry.ts';
import { readServiceEntry } from './readService.ts';
import { LAST_SECOND, readSpan, readValidity, readWindow } from './readTimes.ts';
import type { Operations, RefusedRow } from './regionData.ts';
import { RowRefusal } from './rowRefusal.ts';

/** What operations may refer to. */
export interface OperationsContext {
  readonly municipalities: ReadonlySet<string>;
  readonly boardingPoints: ReadonlySet<string>;
}

/**
 * Reads `operations.json`. Entries that break a rule are left out and appended to `refused`; what refers to an entry
 * that was left out is left out too.
 */
export function readOperations(
  file: string,
  content: unknown,
  context: OperationsContext,
  refused: RefusedRow[],
): Operations {
  const root = typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
  const table = <Value>(key: string, read: (entry: JsonEntry) => Value): readonly Value[] =>
    readEntries(file, key, root[key], read, refused);

  const providers = table('providers', readProvider);
  const depots = table('depots', (entry) => readDepot(entry, context.municipalities));
  const providerIds = idsOf(providers);
  const vehicles = table('vehicles', (entry) => readVehicle(entry, providerIds, idsOf(depots)));
  const shiftTemplates = table('shiftTemplates', (entry) => readShiftTemplate(entry, idsOf(vehicles)));
  const drivers =
    root.drivers === undefined ? [] : table('drivers', (entry) => readDriver(entry, providerIds));
  const services = table('services', (entry) =>
    readServiceEntry(entry, { ...context, providers: providerIds }),
  );
  return { providers, depots, vehicles, shiftTemplates, drivers, services };
}

const idsOf = (rows: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(rows.map((row) => row.id));

function readEntries<Value>(
  file: string,
  key: string,
  list: unknown,
  read: (entry: JsonEntry) => Value,
  refused: RefusedRow[],
): readonly Value[] {
  if (!Array.isArray(list)) {
    refused.push({ file, row: null, code: 'malformedFile', sentence: `${file}: "${key}" is not a list.` });
    return [];
  }
  const values: Value[] = [];
  const seen = new Set<string>();
  for (const [index, member] of list.entries()) {
    try {
      const value = read(JsonEntry.of(member, ''));
      const id = (value as { id?: string }).id;
      if (id !== undefined && seen.has(id))
        throw new RowRefusal('duplicateId', `"id" ${id} occurs more than once`);
      if (id !== undefined) seen.add(id);
      values.push(value);
    } catch (fault) {
      if (!(fault instanceof RowRefusal)) throw fault;
      const row = index + 1;
      const sentence = `${file}, ${key} ${row}: ${fault.message}.`;
      refused.push({ file, row, code: fault.code, sentence });
    }
  }
  return values;
}

function readProvider(entry: JsonEntry): Provider {
  return {
    id: entry.text('id'),
    name: entry.text('name'),
    nameEn: entry.text('nameEn'),
    category: entry.oneOf('category', ['areaTransport', 'privateForPay', 'taxi']),
    phone: entry.text('phone'),
  };
}

function readDepot(entry: JsonEntry, municipalities: ReadonlySet<string>): Depot {
  return {
    id: entry.text('id'),
    name: entry.text('name'),
    municipality: entry.reference('municipality', municipalities, 'unknownMunicipality'),
    coordinates: entry.coordinates('coordinates'),
  };
}

function readVehicle(entry: JsonEntry, providers: ReadonlySet<string>, depots: ReadonlySet<string>): Vehicle {
  const configurations = entry.list('configurations', (value, path) => {
    const configuration = JsonEntry.of({ value }, path).list('value', integerBetween(0, 100));
    if (configuration.length !== PLACE_KINDS.length || configuration.every((places) => places === 0))
      throw new RowRefusal(
        'outOfRange',
        `"${path}" must count ${PLACE_KINDS.join(', ')}, at least one of them`,
      );
    return configuration;
  });
  if (configurations.length === 0) throw new RowRefusal('emptyField', '"configurations" is empty');
  return {
    id: entry.text('id'),
    name: entry.text('name'),
    providerId: entry.reference('providerId', providers),
    depotId: entry.reference('depotId', depots),
    configurations,
    skills: entry.list('skills', (value, path) => JsonEntry.of({ value }, path).oneOf('value', SKILLS)),
    costPerHourYen: entry.number('costPerHourYen', 0, 1_000_000),
    costPerKilometreYen: entry.number('costPerKilometreYen', 0, 100_000),
  };
}

function readShiftTemplate(entry: JsonEntry, vehicles: ReadonlySet<string>): ShiftTemplate {
  const { earliest: start, latest: end } = readSpan(
    entry.integer('start', 0, LAST_SECOND),
    entry.integer('end', 0, LAST_SECOND),
    '"start" to "end"',
  );
  return {
    vehicleId: entry.reference('vehicleId', vehicles),
    weekdays: entry.list('weekdays', integerBetween(0, 6)),
    start,
    end,
    breaks: entry.list('breaks', (value, path) => readBreak(JsonEntry.of(value, path), start, end)),
    driverName: entry.text('driverName'),
    ...readValidity(entry),
  };
}

function readDriver(entry: JsonEntry, providers: ReadonlySet<string>): Driver {
  return {
    providerId: entry.reference('providerId', providers),
    name: entry.text('name'),
    phone: entry.text('phone'),
  };
}

function readBreak(entry: JsonEntry, start: number, end: number): ShiftBreak {
  const window = readWindow(entry.entry('window'));
  const seconds = entry.integer('seconds', 1, end - start);
  if (window.earliest < start || window.latest + seconds > end)
    throw new RowRefusal('outOfRange', 'a break does not fit into its shift');
  return { window, seconds };
}
