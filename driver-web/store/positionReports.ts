import type { ShiftView } from '../../backend/contract/index.ts';
import { metresBetween } from '../../screen-kit/store/metresBetween.ts';

/** Where the device was, and when (device milliseconds). */
export interface Sighting {
  readonly lon: number;
  readonly lat: number;
  readonly at: number;
}

const LEAST_GAP_MS = 15_000;
const LONGEST_GAP_MS = 120_000;
const LEAST_METRES = 50;
/** Positions are nobody's business before and after work, but the way to the first stop is. */
const MARGIN_SECONDS = 15 * 60;

/** Is a sighting news to the office: after some seconds when it moved, after two minutes when it stood? */
export function isWorthReporting(last: Sighting | null, next: Sighting): boolean {
  if (last === null) return true;
  const gap = next.at - last.at;
  if (gap < 0 || gap >= LONGEST_GAP_MS) return true;
  return gap >= LEAST_GAP_MS && metresBetween(last, next) >= LEAST_METRES;
}

/** Is the driver at work, so that the vehicle's position may be told? */
export function isOnDuty(shift: ShiftView, nowSecond: number): boolean {
  if (shift.ended !== undefined) return false;
  return nowSecond >= shift.start - MARGIN_SECONDS && nowSecond <= shift.end + MARGIN_SECONDS;
}
