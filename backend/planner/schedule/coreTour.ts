import type { Tour } from '../model/plan.ts';

/** A tour handed to the timing: the visits without the breaks that are still to be placed. */
export interface CoreTour {
  vehicle: number;
  /** Fixed visits (with the breaks already taken), then pickups and dropoffs only; `[0 … length − 1]`. */
  visits: Int32Array;
  length: number;
  fixedCount: number;
  fixedStarts: ArrayLike<number>;
  /** `-Infinity`: no limit. */
  earliestDeparture: number;
}

/** The tour without the breaks that are not fixed: those are placed anew by every timing. */
export function coreTourOf(tour: Tour): CoreTour {
  const visits = tour.visits.filter((visit, i) => visit >= 0 || i < tour.fixedCount);
  return {
    vehicle: tour.vehicle,
    visits: Int32Array.from(visits),
    length: visits.length,
    fixedCount: tour.fixedCount,
    fixedStarts: tour.fixedStarts,
    earliestDeparture: tour.earliestDeparture ?? Number.NEGATIVE_INFINITY,
  };
}
