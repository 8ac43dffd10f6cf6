import type { Shift } from '../domain/fleet/fleet.ts';
import type { RidePlace } from '../domain/place/place.ts';
import { partyDwell } from '../domain/ride/party.ts';
import { type Ride, standingPromise } from '../domain/ride/ride.ts';
import type { ScheduledStop, ShiftSchedule } from '../domain/schedule/shiftSchedule.ts';
import type { PlanRequest, Tour, Visit } from '../planner/index.ts';
import type { ApartNeeds } from './apart/apartRules.ts';
import { isKept } from './byHand/keepBits.ts';
import type { DaySnapshot } from './daySnapshot.ts';
import { isCarried } from './isCarried.ts';
import { plannedWindows } from './plannedWindows.ts';
import { toPlanRequest } from './planRequest.ts';
import { type FixedPast, operatorBits } from './planVehicle.ts';
import type { Stand } from './stand.ts';
import { isWaitingPlace, waitingId } from './waitingPlace.ts';

/** A driver who has been told the next stop is not sent elsewhere in the last two minutes before leaving for it. */
export const FREEZE_SECONDS = 120;

/** Writes stops as visits; numbers the requests as it meets them. */
export class TourBuilder {
  readonly requests: PlanRequest[] = [];
  readonly rideIds: (string | null)[] = [];
  /** `[v]` belongs to shift v. */
  readonly pasts: FixedPast[] = [];
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

  tourOf(shift: Shift, vehicle: number, stand: Stand | undefined): Tour {
    const schedule = this.snapshot.schedules.get(shift.id);
    if (schedule?.ended !== undefined) return this.#endedTour(vehicle);
    const visits: Visit[] = [];
    const fixedStarts: number[] = [];
    const fix = (placed: readonly (readonly [Visit, number])[]) => {
      for (const [visit, start] of placed) {
        visits.push(visit);
        fixedStarts.push(Math.max(start, fixedStarts.at(-1) ?? start));
      }
    };
    const stops = schedule?.stops ?? [];
    const fixedStops = stand?.position ?? this.#countFixed(stops, schedule?.departure ?? shift.start);
    for (const stop of stops.slice(0, fixedStops)) fix(this.#visitsOf(shift, stop, true));
    if (stand) fix(this.#standsAt(`stand:${stand.stop?.id ?? shift.id}`, stand.place, stand.since));
    const isEmpty = visits.length > 0 && visits.at(-1)! >= 0 && this.rideIds[visits.at(-1)! >> 1] === null;
    if (isEmpty) fix([[closingBreak(shift), fixedStarts.at(-1)!]]);
    for (const stop of stops.slice(fixedStops)) {
      visits.push(...this.#visitsOf(shift, stop, false).map(([visit]) => visit));
    }
    this.pasts[vehicle] = { fixedStops, stands: stand !== undefined, closes: isEmpty };
    const fixed = { vehicle, visits, fixedCount: fixedStarts.length, fixedStarts };
    const from = stand || !schedule ? this.nowSecond : this.#leavesFrom(schedule, fixedStops);
    return Number.isFinite(from) ? { ...fixed, earliestDeparture: from } : fixed;
  }

  /** What was driven is over, and no rule is left for it to break. */
  #endedTour(vehicle: number): Tour {
    this.pasts[vehicle] = { fixedStops: 0, stands: false, closes: false };
    return { vehicle, visits: [], fixedCount: 0, fixedStarts: [] };
  }

  #countFixed(stops: readonly ScheduledStop[], departure: number): number {
    let leftAt = departure;
    let isStanding = false;
    const open = stops.findIndex((stop) => {
      if (!this.#isFixed(stop, leftAt, isStanding)) return true;
      leftAt = stop.departure;
      isStanding = stop.state === 'arrived';
      return false;
    });
    return open < 0 ? stops.length : open;
  }

  /**
   * When the vehicle leaves its last fixed stop: now. Who is on the way already has left, and comes no sooner than now;
   * who is on the way home turns round, and has to come back first.
   */
  #leavesFrom({ departure, stops }: ShiftSchedule, fixedStops: number): number {
    const before = stops[fixedStops - 1];
    const next = stops[fixedStops];
    const leftAt = before ? before.departure : departure;
    const isUnderWay = (before?.state ?? 'departed') === 'departed' && leftAt < this.nowSecond;
    if (!isUnderWay) return this.nowSecond;
    if (!next) return before ? this.nowSecond + this.nowSecond - leftAt : this.nowSecond;
    if (next.kind !== 'stop' || this.#ridesOf(next).length === 0) return this.nowSecond;
    return Math.max(leftAt, this.nowSecond - Math.max(0, next.arrival - leftAt));
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
    const isEmpty = stop.state === 'planned' ? isWaitingPlace(stop) : isFixed && visits.length === 0;
    return isEmpty
      ? this.#standsAt(waitingId(stop), stop.place!, stop.start, this.keeps.get(shift.id))
      : visits;
  }

  #ridesOf({ pickups, dropoffs }: ScheduledStop): Ride[] {
    return this.#known([...dropoffs, ...pickups]);
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

  /**
   * Nobody gets in or out where the vehicle goes (a no-show, a wait): a request without load keeps the place in the tour.
   * Its two visits belong together.
   */
  #standsAt(
    id: string,
    place: RidePlace,
    second: number,
    allowedOperators = -1,
  ): (readonly [Visit, number])[] {
    const location = this.locations.get(place.id)!;
    const always = { earliest: 0, latest: Number.MAX_SAFE_INTEGER };
    const number = this.requests.push({
      id,
      pickupLocation: location,
      dropoffLocation: location,
      pickupWindow: always,
      dropoffWindow: always,
      maxRideSeconds: 0,
      load: [0, 0, 0],
      pickupDwellSeconds: 0,
      pickupJoinSeconds: 0,
      dropoffDwellSeconds: 0,
      dropoffJoinSeconds: 0,
      neededSkills: 0,
      allowedOperators,
    });
    this.rideIds.push(null);
    return [
      [(number - 1) * 2, second],
      [(number - 1) * 2 + 1, second],
    ];
  }
}

/** Whoever gets in where a vehicle stands empty opens its doors: a break without length closes the stop before it. */
function closingBreak(shift: Shift): Visit {
  return -1 - shift.breaks.length;
}

function startOf(ride: Ride, stop: ScheduledStop, end: 'pickup' | 'dropoff'): number {
  return ride.performed[end] ?? Math.max(ride.scheduled[end] ?? stop.start, stop.performedArrival ?? 0);
}
