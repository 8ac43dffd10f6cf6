import { OPEN_BANDS, type RoadBand } from '../domain/road/roadState.ts';
import type { PlanProblem, PlanWeights, Tour } from '../planner/index.ts';
import type { TravelMatrix, TravelPoint, TravelQuality } from '../ports/travel.ts';
import { ApartRules } from './apart/apartRules.ts';
import { plannedNeeds } from './apart/plannedNeeds.ts';
import { keepBits } from './byHand/keepBits.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { withDrivingReserve } from './drivingReserve.ts';
import { planVehicle } from './planVehicle.ts';
import { findStand, type Stand } from './stand.ts';
import { FREEZE_SECONDS, TourBuilder } from './tourBuilder.ts';

/** The day as the planner sees it at one second: numbers instead of people and places. */
export interface PlanView {
  readonly snapshot: DaySnapshot;
  /** Second of the day; −Infinity for a day that has not begun. */
  readonly nowSecond: number;
  readonly problem: PlanProblem;
  /** `[v]` belongs to `snapshot.shifts[v]`. */
  readonly tours: readonly Tour[];
  /** `[v]`: how many stops of the stored schedule, from the front, are fixed. */
  readonly fixedStops: readonly number[];
  /** `[v]`: where the vehicle stands free; that place is the last of its fixed visits then. */
  readonly stands: readonly (Stand | undefined)[];
  /** `[r]` is the ride id of request number r; `null` for a place where a vehicle stands without a ride. */
  readonly rideIds: readonly (string | null)[];
  readonly quality: TravelQuality;
  /** `[i]` names the road state of `problem.travel.layers[i]`. */
  readonly roadBands: readonly RoadBand[];
  /** Location numbers by point id. */
  readonly locations: ReadonlyMap<string, number>;
  /** Who is not to ride with whom on this day. */
  readonly apart: ApartRules;
}

/**
 * Makes the planner's view of a snapshot.
 * @param freezes `true` for planning: a vehicle on its way to a stop is not sent elsewhere. `false` for timing what is
 * planned anew: only what was reported is history, a stop that the vehicle is late for is judged by its promise, and the
 * law counts without a reserve.
 */
export async function viewDay(
  snapshot: DaySnapshot,
  nowSecond: number,
  matrix: TravelMatrix,
  weights: PlanWeights,
  freezes: boolean,
  extraPoints: readonly TravelPoint[] = [],
): Promise<PlanView> {
  const points = [...pointsOf(snapshot), ...extraPoints];
  const located = await matrix.locate(points, snapshot.day);
  const locations = new Map(points.map((point, i) => [point.id, located.indices[i]!]));
  const apart = new ApartRules(snapshot);
  const needsOf = plannedNeeds(snapshot, apart);
  const keeps = keepBits(snapshot);
  const stands = snapshot.shifts.map(({ id, depotId }) => {
    const schedule = snapshot.schedules.get(id);
    const depot = snapshot.depots.get(depotId);
    if (!schedule || schedule.ended !== undefined) return undefined;
    return findStand(schedule, depot, snapshot.rides, nowSecond, freezes ? FREEZE_SECONDS : 0);
  });
  const builder = new TourBuilder(snapshot, nowSecond, locations, freezes, needsOf, keeps);
  const tours = snapshot.shifts.map((shift, v) => builder.tourOf(shift, v, stands[v]));
  return {
    snapshot,
    nowSecond,
    problem: {
      travel: located.times,
      requests: builder.requests,
      vehicles: snapshot.shifts.map((shift, v) => {
        const vehicle = planVehicle(snapshot, shift, locations, builder.pasts[v]!, apart, keeps);
        return freezes ? withDrivingReserve(vehicle) : vehicle;
      }),
      placeUse: [[0], [1], [2]],
      weights,
    },
    tours,
    fixedStops: builder.pasts.map(({ fixedStops }) => fixedStops),
    stands,
    rideIds: builder.rideIds,
    quality: located.quality,
    roadBands: located.roadBands ?? OPEN_BANDS,
    locations,
    apart,
  };
}

function pointsOf(snapshot: DaySnapshot): TravelPoint[] {
  const points = new Map<string, TravelPoint>();
  for (const depot of snapshot.depots.values()) {
    points.set(`depot:${depot.id}`, { id: `depot:${depot.id}`, ...depot.coordinates });
  }
  for (const ride of snapshot.rides.values()) {
    for (const place of [ride.from, ride.to]) points.set(place.id, { id: place.id, ...place.coordinates });
  }
  for (const schedule of snapshot.schedules.values()) {
    for (const { place } of schedule.stops)
      if (place) points.set(place.id, { id: place.id, ...place.coordinates });
  }
  return [...points.values()];
}
