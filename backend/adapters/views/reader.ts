import type { AccessScope } from '../../domain/account/account.ts';
import type { Shift } from '../../domain/fleet/fleet.ts';
import type { Person } from '../../domain/person/person.ts';
import { seesAsProxy } from '../../domain/proxy/seesAsProxy.ts';
import type { Ride } from '../../domain/ride/ride.ts';
import {
  addDays,
  daySecondOf,
  type EpochMs,
  type ServiceDay,
  serviceDayOf,
} from '../../domain/units/time.ts';

/** A signed-in account as a reader of views. */
export type AccountScope = Extract<AccessScope, { kind: 'account' }>;

/** Until this second of the next day an evening's service day still counts as "today" for its driver (04:00). */
const NIGHT_ENDS_SECOND = 4 * 3600;

/**
 * May this reader see the ride? Row-level security answers the same in SQL; both must agree.
 * @param ownShiftIds shifts of the reader's own vehicle; only a driver has any
 */
export function canSeeRide(
  scope: AccountScope,
  ride: Ride,
  ownShiftIds: ReadonlySet<string> = new Set(),
): boolean {
  switch (scope.role) {
    case 'administrator':
    case 'operator':
    case 'dispatcher':
      return scope.municipalities.length === 0 || scope.municipalities.includes(ride.municipality);
    case 'municipality':
      return scope.municipalities.includes(ride.municipality);
    case 'clinic':
      return scope.clinicId !== null && ride.clinicId === scope.clinicId;
    case 'rider':
      return scope.personId !== null && ride.personId === scope.personId;
    case 'driver':
      return ride.shiftId !== null && ownShiftIds.has(ride.shiftId);
    case 'proxy':
      return (
        scope.personId !== null &&
        ride.personId === scope.personId &&
        scope.acting !== undefined &&
        seesAsProxy(scope.acting, ride)
      );
  }
}

/** The ids of the shifts that a driver's account runs; empty for every other role. */
export function ownShiftIdsOf(scope: AccountScope, shifts: readonly Shift[]): ReadonlySet<string> {
  if (scope.role !== 'driver' || scope.vehicleId === null) return new Set();
  return new Set(shifts.filter((shift) => shift.vehicleId === scope.vehicleId).map((shift) => shift.id));
}

/** May this planner decide for the driver of a shift? Whoever works for one company does so for its own drivers. */
export function mayDecideFor(scope: AccountScope, { providerId }: Shift): boolean {
  return scope.providerId === null || scope.providerId === providerId;
}

/** A driver reads names for the shift of today only; after midnight the evening's shift is still today's. */
export function isDriversDay(day: ServiceDay, now: EpochMs): boolean {
  const today = serviceDayOf(now);
  if (day === today) return true;
  return day === addDays(today, -1) && daySecondOf(today, now) < NIGHT_ENDS_SECOND;
}

/** May this reader see the person's own data (not merely the name on a ride)? */
export function canSeePerson(scope: AccountScope, person: Person): boolean {
  switch (scope.role) {
    case 'administrator':
    case 'operator':
    case 'dispatcher':
      return scope.municipalities.length === 0 || scope.municipalities.includes(person.municipality);
    case 'municipality':
      return scope.municipalities.includes(person.municipality);
    case 'clinic':
      return scope.clinicId !== null && person.clinicId === scope.clinicId;
    case 'rider':
    case 'proxy':
      return scope.personId !== null && person.id === scope.personId;
    case 'driver':
      return false;
  }
}
