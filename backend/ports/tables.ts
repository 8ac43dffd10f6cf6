import type { PhoneCall } from '../domain/call/phoneCall.ts';
import type { LogEvent } from '../domain/event/logEvent.ts';
import type { Depot, Driver, Provider, Shift, ShiftTemplate, Vehicle } from '../domain/fleet/fleet.ts';
import type { DutyEnd } from '../domain/fleet/offDuty.ts';
import type { Person } from '../domain/person/person.ts';
import type { Belongings } from '../domain/person/riderMerge.ts';
import type { BoardingPoint, Municipality, Place } from '../domain/place/place.ts';
import type { Offer } from '../domain/ride/offer.ts';
import type { Ride } from '../domain/ride/ride.ts';
import type { ShiftSchedule, VehiclePosition } from '../domain/schedule/shiftSchedule.ts';
import type { Service } from '../domain/service/service.ts';
import type { Coordinates } from '../domain/units/coordinates.ts';
import type { EpochMs, ServiceDay } from '../domain/units/time.ts';
import type { ApartPairsTable } from './apartTables.ts';
import type { CallBacksTable, ContactWishesTable, NoticesTable, WaitlistTable } from './callTables.ts';
import type { ProxyGrantsTable, ProxyInvitationsTable, RiderPinsTable } from './proxyTables.ts';
import type { RegisterTable } from './registerTables.ts';
import type { RoadConditionsTable, RoadLearningTable } from './roadTables.ts';
import type { JobRunsTable, StandingOrdersTable } from './standingTables.ts';
import type { VoiceSessionsTable } from './voiceTables.ts';

/** Riders. */
export interface PeopleTable {
  find(id: string): Promise<Person | undefined>;
  listByIds(ids: readonly string[]): Promise<readonly Person[]>;
  /**
   * Name, kana (any script of it), phone, hamlet, house name or year of birth; best first. Where few are called so to the
   * letter, those follow who are meant when there is a slip in it (`looseWays`).
   */
  search(text: string, limit: number): Promise<readonly Person[]>;
  listByHousehold(householdId: string): Promise<readonly Person[]>;
  /** Everybody who has the number (normalised digits) among theirs. */
  listByPhone(digits: string): Promise<readonly Person[]>;
  /** Everybody whose whole name sounds the same, written any way; so many at most. */
  listByReading(kana: string, limit: number): Promise<readonly Person[]>;
  /**
   * Riders who have one of the normalised names as a whole term and live within so many metres of one of the places,
   * nearest first, each with the place nearest to the home.
   */
  listNear(
    names: readonly string[],
    places: readonly Pick<Place, 'id' | 'coordinates'>[],
    withinMetres: number,
    limit: number,
  ): Promise<readonly { readonly person: Person; readonly placeId: string; readonly metres: number }[]>;
  /** How a family or given name is read by people of the register, the most usual first. */
  readingsOf(name: string): Promise<readonly string[]>;
  insertMany(people: readonly Person[]): Promise<void>;
  /**
   * Writes a rider whose revision grew by one.
   * @throws StaleWrite when somebody else was first
   */
  update(person: Person): Promise<void>;
  /**
   * Makes a rider another one's second entry (found under the other's id from now on, by no search), or their own again.
   * @throws StaleWrite unless the rider's revision is the one read
   */
  setMergedInto(personId: string, readRevision: number, keptId: string | null): Promise<void>;
  /** The entry itself, also where it was merged into another. */
  findEntry(id: string): Promise<{ readonly person: Person; readonly mergedInto: string | null } | undefined>;
  /**
   * Moves what belongs to a rider to another one: rides with their offers and notices, standing orders with their entries,
   * calls owed, places waited for. All of it, or what is named. @returns what moved
   */
  moveBelongings(fromId: string, to: Person, named: Belongings | null): Promise<Belongings>;
  /**
   * Takes riders out of the register again who have no ride and were not changed since they were added.
   * @returns the ids of those who stay
   */
  removeUntouched(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * Pairs of riders of the same reading and municipality who have not been said to be two people, the likeliest to be one
   * first, at most so many.
   */
  listNamesakes(limit: number): Promise<readonly (readonly [Person, Person])[]>;
  /** Writes search keys of an earlier form anew, so many riders at most. @returns how many were written */
  renewKeys(limit: number): Promise<number>;
  count(): Promise<number>;
}

/** Rides from request to end. */
export interface RidesTable {
  find(id: string): Promise<Ride | undefined>;
  listByIds(ids: readonly string[]): Promise<readonly Ride[]>;
  listByDay(day: ServiceDay): Promise<readonly Ride[]>;
  /** Ways home of an outbound ride, those that have ended too. */
  listReturns(rideId: string): Promise<readonly Ride[]>;
  /** Rides asked for in one call over several dates. */
  listByGroup(groupId: string): Promise<readonly Ride[]>;
  listByPerson(personId: string, fromDay: ServiceDay, toDay: ServiceDay): Promise<readonly Ride[]>;
  insert(ride: Ride): Promise<void>;
  /** All of them or none. */
  insertMany(rides: readonly Ride[]): Promise<void>;
  /**
   * Writes rides whose revision grew; refuses when the stored revision is not the one read.
   * @param readRevisions `[i]` the revision that `rides[i]` had when it was read
   * @throws StaleWrite also where another way home of the same outbound ride stands already
   */
  update(rides: readonly Ride[], readRevisions: readonly number[]): Promise<void>;
}

export interface OffersTable {
  find(id: string): Promise<Offer | undefined>;
  listByRide(rideId: string): Promise<readonly Offer[]>;
  insertMany(offers: readonly Offer[]): Promise<void>;
  /** Sets the state of an open offer; false when it was not open any more. */
  close(id: string, state: 'accepted' | 'withdrawn'): Promise<boolean>;
  /** Opens an accepted offer again; false when it was not accepted. */
  reopen(id: string): Promise<boolean>;
}

/** The region: municipalities, places, boarding points. Changed by import only. */
export interface PlacesTable {
  listMunicipalities(): Promise<readonly Municipality[]>;
  listBoardingPoints(): Promise<readonly BoardingPoint[]>;
  findBoardingPoint(id: string): Promise<BoardingPoint | undefined>;
  /** Those of these that stand, by id. */
  listBoardingPointsByIds(ids: readonly string[]): Promise<readonly BoardingPoint[]>;
  findPlace(id: string): Promise<Place | undefined>;
  /** Name, kana, alias, kind, address (`placeScore`); best first. */
  searchPlaces(text: string, limit: number): Promise<readonly Place[]>;
  /** The code of the municipality that holds the point, undefined outside the region. */
  municipalityAt(point: Coordinates): Promise<string | undefined>;
  /** Boarding points by distance, nearest first. */
  nearestBoardingPoints(
    point: Coordinates,
    limit: number,
    withinMetres: number,
  ): Promise<readonly { readonly point: BoardingPoint; readonly distanceMetres: number }[]>;
  insertMunicipalities(
    rows: readonly { municipality: Municipality; outlineGeoJson: string }[],
  ): Promise<void>;
  /** Writes search keys of an earlier form anew, so many places at most. @returns how many were written */
  renewKeys(limit: number): Promise<number>;
  insertPlaces(places: readonly Place[]): Promise<void>;
  insertBoardingPoints(points: readonly BoardingPoint[]): Promise<void>;
}

export interface FleetTable {
  listProviders(): Promise<readonly Provider[]>;
  listDepots(): Promise<readonly Depot[]>;
  listVehicles(): Promise<readonly Vehicle[]>;
  listShiftTemplates(): Promise<readonly ShiftTemplate[]>;
  listShifts(day: ServiceDay): Promise<readonly Shift[]>;
  findShift(id: string): Promise<Shift | undefined>;
  /** Drivers with a telephone; none for anybody but the office. */
  listDrivers(): Promise<readonly Driver[]>;
  insertProviders(rows: readonly Provider[]): Promise<void>;
  insertDepots(rows: readonly Depot[]): Promise<void>;
  insertVehicles(rows: readonly Vehicle[]): Promise<void>;
  insertShiftTemplates(rows: readonly ShiftTemplate[]): Promise<void>;
  /** Those that are there already get the telephone given. */
  insertDrivers(rows: readonly Driver[]): Promise<void>;
  /** Adds those that are not there yet. */
  insertShifts(rows: readonly Shift[]): Promise<void>;
}

export interface ServicesTable {
  list(): Promise<readonly Service[]>;
  insertMany(rows: readonly Service[]): Promise<void>;
}

/** The plan of a service day. One writer: whoever advances the version. */
export interface DaysTable {
  /** The day's plan version; 0 before the first plan. */
  version(day: ServiceDay): Promise<number>;
  /**
   * Makes `expected + 1` the version and holds the day's row until the transaction ends.
   * @returns false when somebody else has moved it: read again and plan again
   */
  advance(day: ServiceDay, expected: number): Promise<boolean>;
  /**
   * Moves every version from this day on that there is: what holds for the riders of these days has changed, and whoever
   * planned by it plans again. Holds the days' rows until the transaction ends.
   */
  advanceFrom(day: ServiceDay): Promise<void>;
  listSchedules(day: ServiceDay): Promise<readonly ShiftSchedule[]>;
  /** How the day's planned shifts end, without what is planned in them. */
  listDutyEnds(day: ServiceDay): Promise<readonly DutyEnd[]>;
  saveSchedules(schedules: readonly ShiftSchedule[]): Promise<void>;
}

export interface PositionsTable {
  list(day: ServiceDay): Promise<readonly VehiclePosition[]>;
  save(position: VehiclePosition): Promise<void>;
}

export interface StoredEvent extends LogEvent {
  /** Opaque, sortable only by the log itself. */
  readonly cursor: string;
}

/** The append-only log. */
export interface EventsTable {
  append(events: readonly LogEvent[]): Promise<void>;
  /**
   * Events after the cursor in the log's order, only those that no running transaction can still get in front of:
   * whoever reads on from the last cursor sees every event exactly once. `undefined` reads from the beginning.
   * @throws UnknownCursor
   */
  readAfter(cursor: string | undefined, limit: number): Promise<readonly StoredEvent[]>;
  /** The cursor behind the last event that can be read now. */
  head(): Promise<string>;
  listByRide(rideId: string): Promise<readonly StoredEvent[]>;
  listByDay(day: ServiceDay): Promise<readonly StoredEvent[]>;
}

/** Answers given under an `Idempotency-Key`, so that the same question gets the same answer. */
export interface AnswersTable {
  find(accountId: string, key: string): Promise<StoredAnswer | undefined>;
  /** @throws StaleWrite when another transaction stored an answer under the key first */
  insert(accountId: string, key: string, answer: StoredAnswer): Promise<void>;
}

export interface StoredAnswer {
  /** Hash of method, path and body; another question under the same key is refused. */
  readonly fingerprint: string;
  readonly status: number;
  readonly body: string;
  readonly at: EpochMs;
}

/** Driver commands that were applied already, by the id the device made. */
export interface DriverCommandsTable {
  findResult(id: string): Promise<string | undefined>;
  insert(id: string, shiftId: string, result: string, at: EpochMs): Promise<void>;
}

/** Calls that came in, and which desk telephone belongs to whom. The office's alone. */
export interface CallsTable {
  find(id: string): Promise<PhoneCall | undefined>;
  /** Calls that changed at or after the moment, the one that rang last first. */
  listChangedSince(since: EpochMs): Promise<readonly PhoneCall[]>;
  /**
   * Adds a call (revision 1) or writes one whose revision grew by one.
   * @throws StaleWrite when somebody else was first
   */
  save(call: PhoneCall): Promise<void>;
  /** The account at a desk telephone. */
  findStationAccount(station: string): Promise<string | undefined>;
  findStationOf(accountId: string): Promise<string | undefined>;
  /** Calls of this desk telephone belong to the account from now on, and those of its earlier one do not any more. */
  claimStation(station: string, accountId: string, at: EpochMs): Promise<void>;
}

/** All tables, inside one transaction and one scope. */
export interface Tables {
  readonly people: PeopleTable;
  readonly rides: RidesTable;
  readonly offers: OffersTable;
  readonly places: PlacesTable;
  readonly fleet: FleetTable;
  readonly services: ServicesTable;
  readonly days: DaysTable;
  readonly positions: PositionsTable;
  readonly events: EventsTable;
  readonly answers: AnswersTable;
  readonly driverCommands: DriverCommandsTable;
  readonly roadConditions: RoadConditionsTable;
  readonly calls: CallsTable;
  readonly register: RegisterTable;
  readonly roadLearning: RoadLearningTable;
  readonly standingOrders: StandingOrdersTable;
  readonly jobRuns: JobRunsTable;
  readonly callBacks: CallBacksTable;
  readonly contactWishes: ContactWishesTable;
  readonly notices: NoticesTable;
  readonly waitlist: WaitlistTable;
  readonly proxyGrants: ProxyGrantsTable;
  readonly proxyInvitations: ProxyInvitationsTable;
  readonly riderPins: RiderPinsTable;
  readonly voiceSessions: VoiceSessionsTable;
  readonly apartPairs: ApartPairsTable;
}
