import type { Tour } from '../model/plan.ts';
import type { CoreTour } from './tourTimes.ts';

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
