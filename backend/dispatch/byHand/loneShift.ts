import type { DaySnapshot } from '../daySnapshot.ts';

/**
 * The day as if there were one shift only: number 0 of its views.
 * @param rideId a ride that is known besides those that the shift carries
 */
export function loneShift(snapshot: DaySnapshot, shiftId: string, rideId?: string): DaySnapshot {
  const schedule = snapshot.schedules.get(shiftId);
  const ids = new Set((schedule?.stops ?? []).flatMap(({ pickups, dropoffs }) => [...pickups, ...dropoffs]));
  return {
    ...snapshot,
    shifts: snapshot.shifts.filter(({ id }) => id === shiftId),
    schedules: new Map(schedule ? [[shiftId, schedule]] : []),
    rides: new Map([...snapshot.rides].filter(([id]) => ids.has(id) || id === rideId)),
  };
}
