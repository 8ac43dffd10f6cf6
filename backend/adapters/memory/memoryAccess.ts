import type { AccessScope } from '../../domain/account/account.ts';
import type { LogEvent } from '../../domain/event/logEvent.ts';
import { StoreFault } from '../../domain/fault/storeFault.ts';
import type { Shift } from '../../domain/fleet/fleet.ts';
import type { Person } from '../../domain/person/person.ts';
import type { ProxyGrant } from '../../domain/proxy/proxyGrant.ts';
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

  /** May it close roads and open them again? */
  get writesRoads(): boolean {
    return this.scope.kind === 'system' || ['dispatcher', 'administrator'].includes(this.scope.role);
  }

  seesPerson(person: Person): boolean {
    if (this.isOffice || this.#seesOwner(person.municipality, person.id, [person.clinicId])) return true;
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
      this.runsShift(row.shiftId)
    );
  }

  /** Offers are seen like their rides, but not by drivers. */
  seesOffersOf({ row, clinicIds }: Guarded<Ride>): boolean {
    return this.isOffice || this.#seesOwner(row.municipality, row.personId, clinicIds);
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
    if (this.runsShift(row.shiftId)) return true;
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
