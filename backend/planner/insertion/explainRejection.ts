import type { InsertionObstacle } from '../model/insertion.ts';
import type { PlanRequest } from '../model/request.ts';
import { type TravelTimes, UNREACHABLE } from '../model/travelTimes.ts';
import type { PlanVehicle } from '../model/vehicle.ts';
import { type PreparedProblem, prepareProblem } from '../schedule/preparedProblem.ts';
import { rankInsertions, withNumber } from './findInsertions.ts';
import { type PreparedDay, prepareSchedules } from './preparedDay.ts';

/**
 * The binding rule: lifting it alone makes the request feasible. Only for a request that has no insertion.
 */
export function explainRejection(
  day: PreparedDay,
  request: PlanRequest | number,
  vehicles?: readonly number[],
): InsertionObstacle {
  return withNumber(day, request, (r) => findObstacle(day, r, vehicles));
}

/** As `explainRejection`, for a request that has its number. */
export function findObstacle(day: PreparedDay, r: number, vehicles?: readonly number[]): InsertionObstacle {
  return (
    suspectsOf(day.prepared, r).find((rule) => isFeasibleWithout(day, r, rule, vehicles)) ?? 'severalRules'
  );
}

/**
 * The rules that can be what binds a request, in the order in which they are to be tried (`isBinding`), so that whoever
 * has little time can stop between two of them.
 */
export function listSuspects(day: PreparedDay, request: PlanRequest | number): readonly SingleObstacle[] {
  return withNumber(day, request, (r) => suspectsOf(day.prepared, r));
}

/** Does lifting this rule alone make the request feasible? Costs one preparation of the day and one search. */
export function isBinding(day: PreparedDay, request: PlanRequest | number, rule: SingleObstacle): boolean {
  return withNumber(day, request, (r) => isFeasibleWithout(day, r, rule));
}

function isFeasibleWithout(
  day: PreparedDay,
  r: number,
  rule: SingleObstacle,
  vehicles?: readonly number[],
): boolean {
  const relaxed = withoutRule(day.prepared, r, rule);
  const schedules = day.vehicles.map(({ schedule }) => schedule);
  return rankInsertions(prepareSchedules(relaxed, schedules), r, vehicles ? { vehicles } : {}).length > 0;
}

function suspectsOf(prepared: PreparedProblem, r: number): readonly SingleObstacle[] {
  const { neededSkills, allowedOperators } = prepared.requests[r]!;
  const isServed = prepared.vehicles.some(
    ({ skills, operator }) => (skills & neededSkills) === neededSkills && (operator & allowedOperators) !== 0,
  );
  // Where no vehicle at all may take it, lifting any other rule leaves it without one.
  const rules = isServed ? OBSTACLES : OF_THE_FLEET;
  return rules.filter((rule) => canMatter(prepared, r, rule));
}

/** Can lifting the rule change anything for the request? Seen from its data alone, without a search. */
function canMatter(prepared: PreparedProblem, r: number, rule: SingleObstacle): boolean {
  const request = prepared.requests[r]!;
  switch (rule) {
    case 'noRoad':
      return hasClosedRoad(prepared.travel, [request.pickupLocation, request.dropoffLocation]);
    case 'noCapacity':
      return request.load.some((places) => places > 0);
    case 'pairsApart':
      return prepared.requests.some(({ apartFrom = [] }, i) =>
        i === r ? apartFrom.length > 0 : apartFrom.includes(request.id),
      );
    case 'noVehicleWithSkill':
      return request.neededSkills !== 0;
    case 'noOperatorAllowed':
      return prepared.vehicles.some(({ operator }) => (operator & request.allowedOperators) === 0);
    default:
      return true;
  }
}

/** An insertion adds legs to and from its own two places only. */
function hasClosedRoad({ layers, size, stride }: TravelTimes, places: readonly number[]): boolean {
  return layers.some(({ seconds }) =>
    places.some((place) => {
      for (let other = 0; other < size; other++) {
        if (seconds[place * stride + other]! >= UNREACHABLE) return true;
        if (seconds[other * stride + place]! >= UNREACHABLE) return true;
      }
      return false;
    }),
  );
}

/** A rule that alone can be what binds. */
export type SingleObstacle = Exclude<InsertionObstacle, 'severalRules'>;

/**
 * In the order in which an operator would ask. What only another company's vehicle or another kind of vehicle could
 * mend comes last: a rider whose vehicles are all busy is not told that nobody may drive there.
 */
const OBSTACLES: readonly SingleObstacle[] = [
  'noRoad',
  'noVehicleOnDuty',
  'noCapacity',
  'pairsApart',
  'breaksAndLimits',
  'maxRide',
  'otherPromises',
  'pickupWindow',
  'dropoffWindow',
  'noVehicleWithSkill',
  'noOperatorAllowed',
];

const OF_THE_FLEET: readonly SingleObstacle[] = ['noVehicleWithSkill', 'noOperatorAllowed'];

const ALWAYS = { earliest: -1e9, latest: 1e9 };

/** The problem with one rule lifted for request r. */
export function withoutRule(prepared: PreparedProblem, r: number, rule: SingleObstacle): PreparedProblem {
  const { requests, vehicles, travel, placeUse, weights } = prepared;
  const forRequest = (change: (request: PlanRequest) => PlanRequest) =>
    requests.map((request, i) => (i === r ? change(request) : request));
  const problem = {
    requests: requests as readonly PlanRequest[],
    vehicles: vehicles as readonly PlanVehicle[],
    travel,
    placeUse,
    weights,
  };
  switch (rule) {
    case 'noRoad':
      return prepareProblem({ ...problem, travel: withAllRoads(travel) });
    case 'noVehicleWithSkill':
      return prepareProblem({
        ...problem,
        requests: forRequest((request) => ({ ...request, neededSkills: 0 })),
      });
    case 'noOperatorAllowed':
      return prepareProblem({
        ...problem,
        requests: forRequest((request) => ({ ...request, allowedOperators: -1 })),
      });
    case 'noVehicleOnDuty':
      return prepareProblem({
        ...problem,
        vehicles: vehicles.map((vehicle) => ({ ...vehicle, window: ALWAYS })),
      });
    case 'noCapacity':
      return prepareProblem({
        ...problem,
        requests: forRequest((request) => ({ ...request, load: request.load.map(() => 0) })),
      });
    case 'pairsApart':
      return prepareProblem({ ...problem, requests: withoutPairs(requests, r) });
    case 'breaksAndLimits':
      return prepareProblem({ ...problem, vehicles: vehicles.map(withoutLimits) });
    case 'maxRide':
      return prepareProblem({
        ...problem,
        requests: forRequest((request) => ({ ...request, maxRideSeconds: Number.POSITIVE_INFINITY })),
      });
    case 'pickupWindow':
      return prepareProblem({
        ...problem,
        requests: forRequest((request) => ({ ...request, pickupWindow: ALWAYS })),
      });
    case 'dropoffWindow':
      return prepareProblem({
        ...problem,
        requests: forRequest((request) => ({ ...request, dropoffWindow: ALWAYS })),
      });
    case 'otherPromises':
      return prepareProblem({
        ...problem,
        requests: requests.map((request, i) =>
          i === r
            ? request
            : {
                ...request,
                pickupWindow: ALWAYS,
                dropoffWindow: ALWAYS,
                maxRideSeconds: Number.POSITIVE_INFINITY,
              },
        ),
      });
  }
}

function withoutPairs(requests: readonly PlanRequest[], r: number): PlanRequest[] {
  const { id } = requests[r]!;
  return requests.map((request, i) => {
    const { apartFrom, ...rest } = request;
    if (i === r || !apartFrom) return rest;
    return { ...rest, apartFrom: apartFrom.filter((other) => other !== id) };
  });
}

function withoutLimits(vehicle: PlanVehicle): PlanVehicle {
  const { drivingLimit: _limit, maxDurationSeconds: _duration, restedFrom: _rested, ...rest } = vehicle;
  // Breaks already taken stay in the tour by their number; with no hour of their own, none is owed any more.
  return { ...rest, breaks: rest.breaks.map((pause) => ({ ...pause, window: ALWAYS })) };
}

/** Every closed road takes no time at all: what stands in the way then is something else. */
function withAllRoads(travel: TravelTimes): TravelTimes {
  return {
    ...travel,
    layers: travel.layers.map((layer) => ({
      ...layer,
      seconds: layer.seconds.map((seconds) => (seconds < UNREACHABLE ? seconds : 0)),
    })),
  };
}
