import { SYSTEM_SCOPE } from '../domain/account/account.ts';
import { SYSTEM_ACTOR } from '../domain/account/actor.ts';
import type { LogEvent } from '../domain/event/logEvent.ts';
import type { Shift, ShiftTemplate, Vehicle } from '../domain/fleet/fleet.ts';
import { type EpochMs, type ServiceDay, weekdayOf } from '../domain/units/time.ts';
import type { Store } from '../ports/store.ts';

/** Makes the day's shifts from the templates in force, where they are missing. Idempotent. */
export async function openDay(store: Store, day: ServiceDay, now: EpochMs): Promise<void> {
  const missing = await store.read(SYSTEM_SCOPE, async ({ fleet }) => {
    const templates = await fleet.listShiftTemplates();
    const vehicles = new Map((await fleet.listVehicles()).map((vehicle) => [vehicle.id, vehicle]));
    const known = new Set((await fleet.listShifts(day)).map((shift) => shift.id));
    return shiftsOf(day, templates, vehicles).filter((shift) => !known.has(shift.id));
  });
  if (missing.length === 0) return;
  await store.write(SYSTEM_SCOPE, async ({ fleet, days, events }) => {
    await fleet.insertShifts(missing);
    await days.advance(day, await days.version(day));
    await events.append(missing.map((shift) => opened(shift, now)));
  });
}

/** The shifts that the templates ask for on a day; a vehicle has at most one at a time. */
export function shiftsOf(
  day: ServiceDay,
  templates: readonly ShiftTemplate[],
  vehicles: ReadonlyMap<string, Vehicle>,
): Shift[] {
  return templates.flatMap((template): Shift[] => {
    const vehicle = vehicles.get(template.vehicleId);
    const isInForce = template.validFrom <= day && (template.validTo === null || day <= template.validTo);
    if (!vehicle || !isInForce || !template.weekdays.includes(weekdayOf(day))) return [];
    const { start, end, breaks, driverName } = template;
    const { providerId, depotId } = vehicle;
    const id = `shift:${day}:${vehicle.id}:${start}`;
    return [{ id, day, vehicleId: vehicle.id, providerId, depotId, driverName, start, end, breaks }];
  });
}

function opened(shift: Shift, now: EpochMs): LogEvent {
  const nobody = { rideId: null, municipality: null, personId: null };
  return {
    occurredAt: now,
    day: shift.day,
    shiftId: shift.id,
    actor: SYSTEM_ACTOR.name,
    body: { type: 'ShiftOpened' },
    ...nobody,
  };
}
