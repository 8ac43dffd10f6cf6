import type {
  BookingRules,
  ClosedPeriod,
  FareRules,
  PromiseRules,
  Service,
  ServiceRules,
} from '../../backend/domain/service/service.ts';
import { JsonEntry, textOf } from './jsonEntry.ts';
import { readEligibility } from './readEligibility.ts';
import { readDay, readValidity, readWindow } from './readTimes.ts';
import { RowRefusal } from './rowRefusal.ts';

/** What a service may refer to. */
export interface ServiceContext {
  readonly municipalities: ReadonlySet<string>;
  readonly boardingPoints: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
}

const DAY_SECONDS = 86_400;
const MOST_YEN = 1_000_000;

/** A service with all its dated rules; one bad version refuses the service, since a hole in time is no small thing. */
export function readServiceEntry(entry: JsonEntry, context: ServiceContext): Service {
  const rules = entry.list('rules', (value, path) => readRules(JsonEntry.of(value, path), context));
  if (rules.length === 0) throw new RowRefusal('emptyField', '"rules" is empty');
  for (const [index, one] of rules.entries())
    for (const other of rules.slice(index + 1))
      if (one.validFrom <= (other.validTo ?? '9999') && other.validFrom <= (one.validTo ?? '9999'))
        throw new RowRefusal('outOfRange', 'two versions of "rules" are valid on the same day');
  return {
    id: entry.text('id'),
    name: entry.text('name'),
    nameEn: entry.text('nameEn'),
    providerIds: entry.list('providerIds', textOf(context.providers)),
    phone: entry.text('phone'),
    rules,
  };
}

function readRules(entry: JsonEntry, context: ServiceContext): ServiceRules {
  const hours = entry.list('hours', (value, path) =>
    JsonEntry.of({ value }, path).list('value', (window, at) => readWindow(JsonEntry.of(window, at))),
  );
  if (hours.length !== 7) throw new RowRefusal('malformedRow', '"hours" must have seven days');
  return {
    ...readValidity(entry),
    municipalities: entry.list('municipalities', textOf(context.municipalities)),
    outsidePoints: entry.list('outsidePoints', textOf(context.boardingPoints)),
    hours,
    closedDays: entry.list('closedDays', textOf()).map(readDay),
    ...(entry.has('closedPeriods') ? { closedPeriods: entry.list('closedPeriods', readClosedPeriod) } : {}),
    doorToDoor: entry.yesNo('doorToDoor'),
    booking: readBooking(entry.entry('booking')),
    promises: readPromises(entry.entry('promises')),
    eligibility: readEligibility(entry.entry('eligibility')),
    fares: readFares(entry.entry('fares')),
  };
}

function readClosedPeriod(value: unknown, path: string): ClosedPeriod {
  const entry = JsonEntry.of(value, path);
  const [from, to] = [readDay(entry.text('from')), readDay(entry.text('to'))];
  if (to < from) throw new RowRefusal('malformedRow', `"${path}" ends before it begins`);
  return { name: entry.text('name'), nameEn: entry.text('nameEn'), from, to };
}

function readBooking(entry: JsonEntry): BookingRules {
  const second = (field: string): number | null =>
    entry.orNull(field, () => entry.integer(field, 0, DAY_SECONDS));
  return {
    noticeSeconds: entry.integer('noticeSeconds', 0, 30 * DAY_SECONDS),
    firstRunsUntil: second('firstRunsUntil'),
    cutoffSecond: second('cutoffSecond'),
    horizonDays: entry.integer('horizonDays', 0, 400),
    ...entry.optional('cutoffOnServiceDays', () => entry.yesNo('cutoffOnServiceDays')),
  };
}

function readPromises(entry: JsonEntry): PromiseRules {
  return {
    pickupWidthSeconds: entry.integer('pickupWidthSeconds', 0, DAY_SECONDS),
    arrivalBufferSeconds: entry.integer('arrivalBufferSeconds', 0, DAY_SECONDS),
    searchSeconds: entry.integer('searchSeconds', 0, DAY_SECONDS),
    maxRideFactor: entry.number('maxRideFactor', 1, 10),
    maxRidePlusSeconds: entry.integer('maxRidePlusSeconds', 0, DAY_SECONDS),
    offerValidSeconds: entry.integer('offerValidSeconds', 1, DAY_SECONDS),
  };
}

function readFares(entry: JsonEntry): FareRules {
  const yen = (field: string): number => entry.integer(field, 0, MOST_YEN);
  return {
    baseYen: yen('baseYen'),
    crossBorderYen: yen('crossBorderYen'),
    visitorYen: yen('visitorYen'),
    seniorAge: entry.orNull('seniorAge', () => entry.integer('seniorAge', 0, 120)),
    seniorYen: yen('seniorYen'),
    companionYen: yen('companionYen'),
    attendantYen: yen('attendantYen'),
    ...entry.optional('attendantFreeWithCertificate', () => entry.yesNo('attendantFreeWithCertificate')),
    childYen: yen('childYen'),
  };
}
