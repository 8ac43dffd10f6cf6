import type { DaySnapshot } from './daySnapshot.ts';

/** The day as if a ride were not in it: its seat is free, and the vehicle need not go there. */
export function withoutRide(snapshot: DaySnapshot, rideId: string | null | undefined): DaySnapshot {
  if (!rideId || !snapshot.rides.has(rideId)) return snapshot;
  const rides = new Map(snapshot.rides);
  rides.delete(rideId);
  return { ...snapshot, rides };
}
