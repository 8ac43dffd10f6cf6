import { openMemoryStore } from '../../backend/adapters/memory/index.ts';
import { type Booking, createBooking } from '../../backend/booking/index.ts';
import { createDispatch, type Dispatch } from '../../backend/dispatch/index.ts';
import { SYSTEM_SCOPE } from '../../backend/domain/account/account.ts';
import type { ProviderCategory, ShiftBreak } from '../../backend/domain/fleet/fleet.ts';
import type { Person } from '../../backend/domain/person/person.ts';
import type { BoardingPoint, Municipality } from '../../backend/domain/place/place.ts';
import type { RequestInput } from '../../backend/domain/ride/requestInput.ts';
import type { Ride } from '../../backend/domain/ride/ride.ts';
import type { ShiftSchedule } from '../../backend/domain/schedule/shiftSchedule.ts';
import type { Service, ServiceRules } from '../../backend/domain/service/service.ts';
import { momentOf, type ServiceDay } from '../../backend/domain/units/time.ts';
import { createOperations, type Operations } from '../../backend/operations/index.ts';
import type { PlanImprover } from '../../backend/ports/planImprover.ts';
import type { Stopwatch } from '../../backend/ports/stopwatch.ts';
import type { Store } from '../../backend/ports/store.ts';
import type { LocatedPoints, TravelMatrix, TravelPoint } from '../../backend/ports/travel.ts';
import { CountedIds, FakeClock } from '../../backend/simulation/index.ts';
import { samplePerson, sampleVehicle } from './sampleRows.ts';

/** A Wednesday. */
export const VALLEY_DAY: ServiceDay = '2026-06-10';

/** Boarding points along one road, five minutes (300 s, 3,000 m) from each to the next. */
export const VALLEY_POINTS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** The whole valley lies in one municipality; X lies in the next one, five minutes beyond F. */
export const HOME_TOWN = '07421';
export const NEXT_TOWN = '07202';

const WEST = 139.7;
const DEGREES_PER_POINT = 0.01;
const SECONDS_PER_POINT = 300;

function lonOf(index: number): number {
  return WEST + index * DEGREES_PER_POINT;
}

/** A road as long as it is straight: seconds and metres follow from the longitudes alone. */
export class StraightRoadMatrix implements TravelMatrix {
  readonly #points: TravelPoint[] = [];
  readonly #numbers = new Map<string, number>();

  async locate(points: readonly TravelPoint[]): Promise<LocatedPoints> {
    const indices = points.map((point) => this.#numberOf(point));
    const size = this.#points.length;
    const seconds = new Int32Array(size * size);
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        const degrees = Math.abs(this.#points[from]!.lon - this.#points[to]!.lon);
        seconds[from * size + to] = Math.round((degrees / DEGREES_PER_POINT) * SECONDS_PER_POINT);
      }
    }
    const metres = seconds.map((value) => value * 10);
    const layers = [{ fromSecond: 0, seconds, metres }];
    return { indices, times: { stride: size, size, layers }, quality: 'roads', roadStateId: 'straight' };
  }

  #numberOf(point: TravelPoint): number {
    const known = this.#numbers.get(point.id);
    if (known !== undefined) return known;
    this.#numbers.set(point.id, this.#points.length);
    return this.#points.push(point) - 1;
  }
}

/** Rules that allow nearly everything, so that a test states only what it is about. */
export function valleyRules(given: Partial<ServiceRules> = {}): ServiceRules {
  const open = [{ earliest: 7 * 3600, latest: 18 * 3600 }];
  return {
    validFrom: '2026-04-01',
    validTo: null,
    municipalities: [HOME_TOWN],
    outsidePoints: ['X'],
    hours: [open, open, open, open, open, open, open],
    closedDays: [],
    doorToDoor: true,
    booking: { noticeSeconds: 1800, firstRunsUntil: null, cutoffSecond: null, horizonDays: 14 },
    promises: {
      pickupWidthSeconds: 600,
      arrivalBufferSeconds: 300,
      searchSeconds: 3600,
      maxRideFactor: 1.5,
      maxRidePlusSeconds: 900,
      offerValidSeconds: 300,
    },
    eligibility: { residentsOnly: false, minimumAge: null },
    fares: {
      baseYen: 500,
      crossBorderYen: 100,
      visitorYen: 800,
      seniorAge: 65,
      seniorYen: 300,
      companionYen: 500,
      attendantYen: 0,
      childYen: 0,
    },
    ...given,
  };
}

/** What a test may state about its valley. */
export interface ValleyGiven {
  readonly store?: Store;
  readonly rules?: Partial<ServiceRules>;
  readonly people?: readonly Person[];
  /** Places of each vehicle's only arrangement; one vehicle with eight seats when absent. */
  readonly configurations?: readonly (readonly (readonly number[])[])[];
  /** `[v]` drives vehicle v + 1; all are driven by somebody of one name where absent. */
  readonly drivers?: readonly string[];
  readonly shift?: { readonly start: number; readonly end: number };
  readonly breaks?: readonly ShiftBreak[];
  /** A bus company unless given. */
  readonly category?: ProviderCategory;
  /** Plans are not improved unless given. */
  readonly improver?: PlanImprover;
  /** A straight road unless given. */
  readonly matrix?: TravelMatrix;
  /** How many times as fast as the world the clock is to run; once unless given. */
  readonly speed?: number;
  /** Nobody waits unless given. */
  readonly stopwatch?: Stopwatch;
}

/** A running little region. */
export interface Valley {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly dispatch: Dispatch;
  readonly booking: Booking;
  readonly operations: Operations;
  /** What the checker found, over all schedules. */
  readonly violations: readonly unknown[];
  readonly ids: CountedIds;
}

/** Opens the valley at 06:00 of its day, with one vehicle standing at A. */
export async function openValley(given: ValleyGiven = {}): Promise<Valley> {
  const clock = new FakeClock(momentOf(VALLEY_DAY, 6 * 3600), given.speed);
  const store = given.store ?? openMemoryStore({ clock });
  await fillValley(store, given);
  const ids = new CountedIds();
  const violations: unknown[] = [];
  const timed = given.stopwatch && { stopwatch: given.stopwatch };
  const dispatch = createDispatch({
    store,
    matrix: given.matrix ?? new StraightRoadMatrix(),
    clock,
    ids,
    weights: { excessRideHour: 1200, waitHour: 600 },
    onPlanChecked: (checked) => violations.push(...checked.violations),
    ...(given.improver && { improver: given.improver }),
    ...timed,
  });
  await dispatch.openDay(VALLEY_DAY);
  const booking = createBooking({ store, planning: dispatch, clock, ids, ...timed });
  const operations = createOperations({ store, plan: dispatch, clock });
  return { store, clock, dispatch, booking, operations, violations, ids };
}

async function fillValley(store: Store, given: ValleyGiven): Promise<void> {
  const { rules, people = [samplePerson({ needs: [], home: { lon: lonOf(0), lat: 37.5 } })] } = given;
  const vehicles = (given.configurations ?? [[[8, 0, 0]]]).map((configurations, i) =>
    sampleVehicle({
      id: `vehicle-${i + 1}`,
      name: `${i + 1}号車`,
      configurations,
      skills: ['lift', 'childSeat'],
    }),
  );
  const { start, end } = given.shift ?? { start: 7 * 3600, end: 18 * 3600 };
  await store.write(SYSTEM_SCOPE, async (tables) => {
    await tables.places.insertMunicipalities(TOWNS.map(outlined));
    await tables.places.insertBoardingPoints(POINTS);
    await tables.fleet.insertProviders([{ ...PROVIDER, category: given.category ?? PROVIDER.category }]);
    await tables.fleet.insertDepots([DEPOT]);
    await tables.fleet.insertVehicles(vehicles);
    await tables.fleet.insertShiftTemplates(
      vehicles.map(({ id }, v) => ({
        vehicleId: id,
        weekdays: [0, 1, 2, 3, 4, 5, 6],
        start,
        end,
        breaks: given.breaks ?? [],
        driverName: given.drivers?.[v] ?? '運転手',
        validFrom: '2026-04-01',
        validTo: null,
      })),
    );
    await tables.services.insertMany([{ ...SERVICE, rules: [valleyRules(rules)] }]);
    await tables.people.insertMany(people);
  });
}

const TOWNS: readonly Municipality[] = [
  {
    code: HOME_TOWN,
    name: '会津坂下町',
    kana: 'あいづばんげまち',
    nameEn: 'Aizubange',
    population: 1,
    over65: 1,
    areaKm2: 1,
  },
  {
    code: NEXT_TOWN,
    name: '会津若松市',
    kana: 'あいづわかまつし',
    nameEn: 'Aizuwakamatsu',
    population: 1,
    over65: 1,
    areaKm2: 1,
  },
];

/** The home town reaches from west of A to between F and X; the next one lies east of it. */
function outlined(municipality: Municipality) {
  const border = lonOf(5.5);
  const [west, east] = municipality.code === HOME_TOWN ? [lonOf(-1), border] : [border, lonOf(9)];
  const ring = [
    [west, 37.4],
    [east, 37.4],
    [east, 37.6],
    [west, 37.6],
    [west, 37.4],
  ];
  return { municipality, outlineGeoJson: JSON.stringify({ type: 'Polygon', coordinates: [ring] }) };
}

const POINTS: readonly BoardingPoint[] = [...VALLEY_POINTS, 'X'].map((id, index) => ({
  id,
  name: `${id}集会所`,
  kana: 'しゅうかいじょ',
  municipality: id === 'X' ? NEXT_TOWN : HOME_TOWN,
  coordinates: { lon: lonOf(index), lat: 37.5 },
  placeId: null,
  isWheelchairReachable: true,
}));

const PROVIDER = {
  id: 'provider-1',
  name: '会津乗合',
  nameEn: 'Aizu Noriai',
  category: 'areaTransport',
  phone: '0242-00-0001',
} as const;
const DEPOT = {
  id: 'depot-1',
  name: '車庫',
  municipality: HOME_TOWN,
  coordinates: { lon: lonOf(0), lat: 37.5 },
};
const SERVICE: Omit<Service, 'rules'> = {
  id: 'service-1',
  name: '谷の相乗り',
  nameEn: 'Valley rides',
  providerIds: ['provider-1'],
  phone: '0242-00-0001',
};

/** Riders `person-1` … `person-n` who live at A and need nothing special. */
export function valleyPeople(count: number): Person[] {
  return Array.from({ length: count }, (_, i) =>
    samplePerson({
      id: `person-${i + 1}`,
      householdId: `house-${i + 1}`,
      needs: [],
      home: { lon: lonOf(0), lat: 37.5 },
    }),
  );
}

/** A request of `person-1` from A to D, 09:00 or later, unless stated otherwise. */
export function valleyRequest(given: Partial<RequestInput> = {}): RequestInput {
  return {
    channel: 'phone',
    personId: 'person-1',
    from: { kind: 'boardingPoint', id: 'A' },
    to: { kind: 'boardingPoint', id: 'D' },
    day: VALLEY_DAY,
    requested: { kind: 'departAfter', second: 9 * 3600 },
    companions: 0,
    attendants: 0,
    children: 0,
    needs: [],
    note: null,
    ...given,
  };
}

/** Everything of the day as stored. */
export async function readValley(valley: Valley): Promise<{
  rides: ReadonlyMap<string, Ride>;
  schedules: readonly ShiftSchedule[];
  version: number;
  events: readonly string[];
}> {
  return valley.store.read(SYSTEM_SCOPE, async (tables) => ({
    rides: new Map((await tables.rides.listByDay(VALLEY_DAY)).map((ride) => [ride.id, ride])),
    schedules: await tables.days.listSchedules(VALLEY_DAY),
    version: await tables.days.version(VALLEY_DAY),
    events: (await tables.events.listByDay(VALLEY_DAY)).map((event) => event.body.type),
  }));
}
