import { mayLeaveFrom, type PlanProblem, type Tour } from '../planner/index.ts';
import { drivingSeconds } from './drivingSeconds.ts';

/** The start of service at each visit when everything happens as soon as it can; `[i]` belongs to visit i. */
export interface ProjectedTimes {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly finish: number;
}

/**
 * Drives a tour as soon as it can be driven, whatever it promises: what will happen when nobody changes anything. Used
 * to see which promises the street has broken. Waits for the earliest times, never hurries for the latest.
 */
export function projectTimes(problem: PlanProblem, tour: Tour): ProjectedTimes {
  const { travel, requests, vehicles } = problem;
  const vehicle = vehicles[tour.vehicle]!;
  const starts: number[] = [];
  const ends: number[] = [];
  let place = vehicle.startLocation;
  let free = Math.max(mayLeaveFrom(vehicle), tour.earliestDeparture ?? 0);
  let isOpen = false;
  tour.visits.forEach((visit, i) => {
    const request = requests[Math.floor(visit / 2)];
    const isPickup = visit % 2 === 0;
    const target = visit < 0 ? place : isPickup ? request!.pickupLocation : request!.dropoffLocation;
    const joins = isOpen && visit >= 0 && target === place;
    const arrival = free + legSeconds(place, target, free);
    const earliest = visit < 0 ? vehicle.breaks[-1 - visit]!.window.earliest : windowOf(visit).earliest;
    const start = i < tour.fixedCount ? tour.fixedStarts[i]! : Math.max(arrival, earliest);
    const end = start + dwellOf(visit, joins);
    starts.push(start);
    ends.push(end);
    const isLastFixed = i === tour.fixedCount - 1;
    free = isLastFixed ? Math.max(end, tour.earliestDeparture ?? 0) : end;
    place = target;
    isOpen = visit >= 0;
  });
  return { starts, ends, finish: free + legSeconds(place, vehicle.endLocation, free) };

  function windowOf(visit: number) {
    const request = requests[Math.floor(visit / 2)]!;
    return visit % 2 === 0 ? request.pickupWindow : request.dropoffWindow;
  }

  function dwellOf(visit: number, joins: boolean): number {
    if (visit < 0) return vehicle.breaks[-1 - visit]!.seconds;
    const request = requests[Math.floor(visit / 2)]!;
    if (visit % 2 === 0) return joins ? request.pickupJoinSeconds : request.pickupDwellSeconds;
    return joins ? request.dropoffJoinSeconds : request.dropoffDwellSeconds;
  }

  function legSeconds(from: number | undefined, to: number | undefined, at: number): number {
    if (from === undefined || to === undefined || from === to) return 0;
    return drivingSeconds(travel, from, to, at);
  }
}
