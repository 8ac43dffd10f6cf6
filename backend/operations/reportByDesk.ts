import type { Rejection } from '../domain/rejection/rejection.ts';
import type { Outcome } from '../domain/units/outcome.ts';
import type { ShiftPicture, StreetChange } from '../ports/shiftRevision.ts';
import { judgeReport } from './judgeReport.ts';
import type { StopWord } from './operations.ts';

/**
 * The desk reports for a driver who has no device at hand, as the driver would. What is said to have been before the last
 * thing reported was right after it: "five minutes ago" is a guess, the order is not. Pure.
 */
export function reportByDesk(
  picture: ShiftPicture,
  word: StopWord,
  second: number,
  now: number,
): Outcome<StreetChange, Rejection> {
  return judgeReport(picture, word, Math.min(now, Math.max(second, lastReported(picture))));
}

function lastReported({ schedule, shift, rides }: ShiftPicture): number {
  const own = [...rides.values()].filter(({ shiftId }) => shiftId === shift.id);
  const reported = [
    ...schedule.stops.flatMap((stop) => [stop.performedArrival, stop.performedDeparture]),
    ...own.flatMap(({ performed }) => [performed.pickup, performed.dropoff]),
  ];
  return Math.max(...reported.map((second) => second ?? Number.NEGATIVE_INFINITY));
}
