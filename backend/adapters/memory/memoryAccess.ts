import type { AccessScope } from '../../domain/account/account.ts';
import type { LogEvent } from '../../domain/event/logEvent.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { Shift } from '../../domain/fleet/fleet.ts';
import type { Person } from '../../domain/person/person.ts';
import { covers, holdsOn, type ProxyGrant, type ProxyScope } from '../../domain/proxy/proxyGrant.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import { addDays, type EpochMs, type ServiceDay, serviceDayOf } from '../../domain/units/time.ts';
import type { MemoryTransaction } from './memoryTable.ts';

/** A shift that runs past midnight still belongs to its driver: until 04:00 the day before counts as today. */
const NIGHT_MS = 4 * 3_600_000;

/** A row with the clinics that may see it. */
export interface Guarded<Row> {
  readonly row: Row;
  readonly clinicIds: readonly string[];
}

/** Which rows a scope sees: the same rules as the row-level security of the real database. */
export class MemoryAccess {
  readonly #firstDay: ServiceDay;
  readonly #lastDay: ServiceDay;

  constructor(
    private readonly scope: AccessScope,
    private readonly transaction: MemoryTransaction,
    now: EpochMs,
  ) {
    this.#firstDay = serviceDayOf(now - NIGHT_MS);
    this.#lastDay = addDays(serviceDayOf(now), 1);
  }

  /** The service day so many days before today. */
  daysAgo(days: number): ServiceDay {
    return addDays(this.#lastDay, -1 - days);
  }

  /** Works for the whole region? */
  get isOffice(): boolean {
    return (
      this.scope.kind === 'system' || ['operator', 'dispatcher', 'administrator'].includes(this.scope.role)
    );
  }

  /** Is nobody but the system itself at work? */
  get isSystem(): boolean {
    return this.scope.kind === 'system';
  }

  /** May it know who is not to ride with whom? */
  get knowsApart(): boolean {
    return this.writesRoads;
  }

  /** May it close roads and open them again? */
  get writesRoads(): boolean {
    return this.scope.kind === 'system' || ['dispatcher', 'administrator'].includes(this.scope.role);
  }

  seesPerson(person: Person): boolean {
    if (this.isOffice || this.#seesOwner(person.municipality, person.id, [person.clinicId])) return true;
    if (this.#grantsFor(person).length > 0) return true;
    return (
      this.#isDriver &&
      this.transaction
        .all<Guarded<Ride>>('ride')
        .some(({ row }) => row.personId === person.id && this.runsShift(row.shiftId))
    );
  }

  seesRide({ row, clinicIds }: Guarded<Ride>): boolean {
    return (
      this.isOffice ||
      this.#seesOwner(row.municipality, row.personId, clinicIds) ||
      this.#actsFor(row.personId) ||
      this.runsShift(row.shiftId)
    );
  }

  /** Offers are seen like their rides, but not by drivers. */
  seesOffersOf({ row, clinicIds }: Guarded<Ride>): boolean {
    if (this.isOffice || this.#seesOwner(row.municipality, row.personId, clinicIds)) return true;
    return this.#actsFor(row.personId);
  }

  /** Rows that belong to a rider, seen by the town, the rider's clinic and the rider. */
  seesOwned({ row, clinicIds }: Guarded<Pick<Ride, 'municipality' | 'personId'>>): boolean {
    return this.isOffice || this.#seesOwner(row.municipality, row.personId, clinicIds);
  }

  /** Rows about a rider that the town sees, but neither clinic nor rider. */
  seesResident({ municipality }: Pick<Ride, 'municipality'>): boolean {
    return this.isOffice || this.#seesOwner(municipality, null, []);
  }

  /** Rows about a rider that the town and the rider see. */
  seesOwnOrResident({ municipality, personId }: Pick<Ride, 'municipality' | 'personId'>): boolean {
    return this.isOffice || this.#seesOwner(municipality, personId, []);
  }

  /** Grants are read by the town, by the riders and the clinic they are for, and by the account they name. */
  seesGrant({ municipality, scope, accountId }: ProxyGrant): boolean {
    if (this.isOffice || this.#seesOwner(municipality, null, [])) return true;
    if (this.scope.kind === 'system' || this.scope.accountId === accountId) return true;
    if (scope.kind === 'clinicPatients') return this.#seesOwner(null, null, [scope.clinicId]);
    return scope.kind === 'people' && scope.personIds.some((personId) => this.#seesOwner(null, personId, []));
  }

  seesSchedule(shiftId: string): boolean {
    return this.isOffice || this.runsShift(shiftId);
  }

  seesPosition(shiftId: string): boolean {
    if (this.seesSchedule(shiftId)) return true;
    return this.transaction
      .all<Guarded<Ride>>('ride')
      .some((ride) => ride.row.shiftId === shiftId && this.seesRide(ride));
  }

  seesEvent({ row, clinicIds }: Guarded<LogEvent>): boolean {
    if (this.isOffice || this.#seesOwner(row.municipality, row.personId, clinicIds)) return true;
    if (this.runsShift(row.shiftId) || this.#actsFor(row.personId)) return true;
    const ride = row.rideId === null ? undefined : this.transaction.get<Guarded<Ride>>('ride', row.rideId);
    return ride !== undefined && this.runsShift(ride.row.shiftId);
  }

  seesAnswersOf(accountId: string): boolean {
    return this.scope.kind === 'system' || this.scope.accountId === accountId;
  }

  /** Is it one of the shifts of the driver's own vehicle, today or tomorrow? */
  runsShift(shiftId: string | null): boolean {
    if (!this.#isDriver || shiftId === null) return false;
    const shift = this.transaction.get<Shift>('shift', shiftId);
    return (
      shift !== undefined &&
      this.scope.kind === 'account' &&
      shift.vehicleId === this.scope.vehicleId &&
      shift.day >= this.#firstDay &&
      shift.day <= this.#lastDay
    );
  }

  /** @throws StoreFault `notAllowed` unless the scope may write the row */
  demand(isAllowed: boolean): void {
    if (isAllowed) return;
    this.transaction.refuse(new StoreFault('notAllowed', 'This account may not write that row.'));
  }

  get #isDriver(): boolean {
    return this.scope.kind === 'account' && this.scope.role === 'driver';
  }

  /** Grants of the account at work, where it acts as a proxy, that hold this rider today. */
  #grantsFor(person: Pick<Person, 'id' | 'clinicId' | 'municipality'>): readonly ProxyGrant[] {
    const { scope } = this;
    if (scope.kind === 'system' || scope.role !== 'proxy') return [];
    const today = addDays(this.#lastDay, -1);
    return this.transaction
      .all<ProxyGrant>('proxyGrant')
      .filter((grant) => grant.accountId === scope.accountId && holdsOn(grant, today))
      .filter((grant) => covers(this.keptScope(grant.scope), person));
  }

  /** Does a grant allow what is being done for this rider? */
  #actsFor(personId: string | null): boolean {
    const { scope } = this;
    if (scope.kind === 'system' || personId === null || scope.personId !== personId) return false;
    const row = this.transaction.get<{ person: Person }>('person', personId);
    const { acting } = scope;
    if (!row || !acting) return false;
    return this.#grantsFor(row.person).some(({ acts }) => acts.includes(acting.act));
  }

  /** Riders who were merged into another stand under the other's id. */
  keptScope(scope: ProxyScope): ProxyScope {
    if (scope.kind !== 'people') return scope;
    const personIds = scope.personIds.map(
      (id) => this.transaction.get<{ mergedInto?: string | null }>('person', id)?.mergedInto ?? id,
    );
    return { kind: 'people', personIds };
  }

  #seesOwner(
    municipality: string | null,
    personId: string | null,
    clinicIds: readonly (string | null)[],
  ): boolean {
    if (this.scope.kind === 'system') return true;
    const { role, municipalities, clinicId } = this.scope;
    if (role === 'municipality') return municipality !== null && municipalities.includes(municipality);
    if (role === 'clinic') return clinicId !== null && clinicIds.includes(clinicId);
    return role === 'rider' && personId !== null && personId === this.scope.personId;
  }
}
