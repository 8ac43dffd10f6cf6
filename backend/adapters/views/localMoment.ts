import { type EpochMs, JAPAN_UTC_OFFSET_MINUTES } from '../../domain/units/time.ts';

/** A moment in the region's local time, ISO 8601 with its offset: `2026-11-22T09:05:00.000+09:00`. */
export function localMoment(moment: EpochMs): string {
  const shifted = new Date(moment + JAPAN_UTC_OFFSET_MINUTES * 60_000).toISOString();
  const hours = String(Math.floor(JAPAN_UTC_OFFSET_MINUTES / 60)).padStart(2, '0');
  const minutes = String(JAPAN_UTC_OFFSET_MINUTES % 60).padStart(2, '0');
  return shifted.replace('Z', `+${hours}:${minutes}`);
}
