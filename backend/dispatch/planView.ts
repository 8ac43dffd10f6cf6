import type { Shift } from '../domain/fleet/fleet.ts';
import { partyDwell } from '../domain/ride/party.ts';
import { type Ride, standingPromise } from '../domain/ride/ride.ts';
import { OPEN_BANDS, type RoadBand } from '../domain/road/roadState.ts';
import type { ScheduledStop } from '../domain/schedule/shiftSchedule.ts';
import type { PlanProblem, PlanRequest, PlanWeights, Tour, Visit } from '../planner/index.ts';
import type { TravelMatrix, TravelPoint, TravelQuality } from '../ports/travel.ts';
import { type ApartNeeds, ApartRules } from './apart/apartRules.ts';
import { plannedNeeds } from './apart/plannedNeeds.ts';
import { isKept, keepBits } from './byHand/keepBits.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { withDrivingReserve } from './drivingReserve.ts';
import { isCarried } from './isCarried.ts';
import { plannedWindows } from './plannedWindows.ts';
import { toPlanRequest } from './planRequest.ts';
import { operatorBits, planVehicle } from './planVehicle.ts';

/** The day as the planner sees it at one second: numbers instead of people and places. */
export interface PlanView {
  readonly snapshot: DaySnapshot;
  /** Second of the day; −Infinity for a day that has not begun. */
  readonly nowSecond: number;
  readonly problem: PlanProblem;
  /** `[v]` belongs to `snapshot.shifts[v]`. */
  readonly tours: readonly Tour[];
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

/** A driver who has been told the next stop is not sent elsewhere in the last two minutes before leaving for it. */
export const FREEZE_SECONDS = 120;

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
  const builder = new TourBuilder(snapshot, nowSecond, locations, freezes, needsOf, keeps);
  const tours = snapshot.shifts.map((shift, v) => builder.tourOf(shift, v));
  return {
    snapshot,
    nowSecond,
    problem: {
      travel: located.times,
      requests: builder.requests,
      vehicles: snapshot.shifts.map((shift, v) => {
        const vehicle = planVehicle(snapshot, shift, locations, builder.fixedStops[v]!, apart, keeps);
        return freezes ? withDrivingReserve(vehicle) : vehicle;
      }),
      placeUse: [[0], [1], [2]],
      weights,
    },
    tours,
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

/** Writes stops as visits; numbers the requests as it meets them. */
class TourBuilder {
  readonly requests: PlanRequest[] = [];
  readonly rideIds: (string | null)[] = [];
  /** `[v]`: how many stops of shift v are fixed. */
  readonly fixedStops: number[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(
    readonly snapshot: DaySnapshot,
    readonly nowSecond: number,
    readonly locations: ReadonlyMap<string, number>,
    readonly freezes: boolean,
    readonly needsOf: (ride: Ride, shift: Shift) => ApartNeeds,
    /** The bit of each shift that keeps rides. */
    readonly keeps: ReadonlyMap<string, number>,
  ) {}

  tourOf(shift: Shift, vehicle: number): Tour {
    const schedule = this.snapshot.schedules.get(shift.id);
    const visits: Visit[] = [];
    const fixedStarts: number[] = [];
    let mayFix = true;
    let leftAt = schedule?.departure ?? shift.start;
    let isStanding = false;
    let fixedStops = 0;
    for (const stop of schedule?.stops ?? []) {
      mayFix &&= this.#isFixed(stop, leftAt, isStanding);
      if (mayFix) fixedStops += 1;
      for (const [visit, start] of this.#visitsOf(shift, stop, mayFix)) {
        visits.push(visit);
        if (mayFix) fixedStarts.push(Math.max(start, fixedStarts.at(-1) ?? start));
      }
      leftAt = stop.departure;
      isStanding = stop.state === 'arrived';
    }
    this.fixedStops[vehicle] = fixedStops;
    return { vehicle, visits, fixedCount: fixedStarts.length, fixedStarts, ...this.#now() };
  }

  #now(): { earliestDeparture: number } | Record<never, never> {
    return Number.isFinite(this.nowSecond) ? { earliestDeparture: this.nowSecond } : {};
  }

  /** Served, under way, or about to be: the vehicle leaves for it within the freeze. One that stands can be redirected. */
  #isFixed(stop: ScheduledStop, leftAt: number, isStanding: boolean): boolean {
    if (stop.state !== 'planned') return true;
    return this.freezes && !isStanding && leftAt <= this.nowSecond + FREEZE_SECONDS;
  }

  #visitsOf(shift: Shift, stop: ScheduledStop, isFixed: boolean): (readonly [Visit, number])[] {
    if (stop.kind === 'break') return [[-1 - Number(stop.id.replace('break-', '')), stop.start]];
    const rides = { dropoffs: this.#known(stop.dropoffs), pickups: this.#known(stop.pickups) };
    const visits = [
      ...rides.dropoffs.map(
        (ride) => [this.#number(ride, shift) * 2 + 1, startOf(ride, stop, 'dropoff')] as const,
      ),
      ...rides.pickups.map((ride) => [this.#number(ride, shift) * 2, startOf(ride, stop, 'pickup')] as const),
    ];
    return visits.length > 0 || !isFixed || stop.state === 'planned' ? visits : this.#standsAt(stop);
  }

  #known(ids: readonly string[]): Ride[] {
    return ids
      .map((id) => this.snapshot.rides.get(id))
      .filter((ride) => ride !== undefined && isCarried(ride)) as Ride[];
  }

  #number(ride: Ride, shift: Shift): number {
    const known = this.#numbers.get(ride.id);
    if (known !== undefined) return known;
    this.#numbers.set(ride.id, this.requests.length);
    this.rideIds.push(ride.id);
    return this.requests.push(this.#request(ride, shift)) - 1;
  }

  #request(ride: Ride, shift: Shift): PlanRequest {
    const planned =
      (ride.scheduled.dropoff ?? 0) - (ride.scheduled.pickup ?? 0) - partyDwell(ride.party).joinSeconds;
    return toPlanRequest({
      id: ride.id,
      party: ride.party,
      times: plannedWindows(standingPromise(ride)!, ride.scheduled),
      maxRideSeconds: Math.max(ride.maxRideSeconds ?? 0, planned),
      pickupLocation: this.locations.get(ride.from.id)!,
      dropoffLocation: this.locations.get(ride.to.id)!,
      allowedOperators: this.#operators(ride, shift),
      apart: this.needsOf(ride, shift),
    });
  }

  /** Whoever may carry it: the providers allowed, or the one vehicle that it is kept with. */
  #operators(ride: Ride, shift: Shift): number {
    const kept = isKept(ride) ? this.keeps.get(shift.id) : undefined;
    return kept ?? operatorBits(this.snapshot, ride.providerId ? [ride.providerId] : []);
  }

  /** Nobody got in where the vehicle went (no-show): a request without load keeps the place in the tour. */
  #standsAt(stop: ScheduledStop): (readonly [Visit, number])[] {
    const location = this.locations.get(stop.place!.id)!;
    const always = { earliest: 0, latest: Number.MAX_SAFE_INTEGER };
    const number = this.requests.push({
      id: `place:${stop.id}`,
      pickupLocation: location,
      dropoffLocation: location,
      pickupWindow: always,
      dropoffWindow: always,
      maxRideSeconds: Number.MAX_SAFE_INTEGER,
      load: [0, 0, 0],
      pickupDwellSeconds: 0,
      pickupJoinSeconds: 0,
      dropoffDwellSeconds: 0,
      dropoffJoinSeconds: 0,
      neededSkills: 0,
      allowedOperators: -1,
    });
    this.rideIds.push(null);
    return [
      [(number - 1) * 2, stop.start],
      [(number - 1) * 2 + 1, stop.start],
    ];
  }
}

function startOf(ride: Ride, stop: ScheduledStop, end: 'pickup' | 'dropoff'): number {
  return ride.performed[end] ?? Math.max(ride.scheduled[end] ?? stop.start, stop.performedArrival ?? 0);
}
