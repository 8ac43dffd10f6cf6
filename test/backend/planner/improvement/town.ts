import { SeededRandom } from '../../../../backend/planner/improvement/random.ts';
import type { PlanProblem } from '../../../../backend/planner/model/problem.ts';
import type { PlanRequest } from '../../../../backend/planner/model/request.ts';
import type { PlanVehicle } from '../../../../backend/planner/model/vehicle.ts';

/** What to vary in an invented town. */
export interface TownOptions {
  readonly requests: number;
  readonly vehicles: number;
  readonly places?: number;
  readonly vehicle?: Partial<PlanVehicle>;
  /** What is different about one of them. */
  readonly unlike?: (number: number) => Partial<PlanVehicle>;
  readonly request?: (random: SeededRandom, number: number) => Partial<PlanRequest>;
}

/** A small town of places on a plane and requests within a morning; the same seed gives the same town. */
export function createTown(seed: number, options: TownOptions): PlanProblem {
  const random = new SeededRandom(seed);
  const size = options.places ?? 12;
  const points = Array.from({ length: size }, () => [random.below(3_000), random.below(3_000)] as const);
  const seconds = new Float64Array(size * size);
  const metres = new Float64Array(size * size);
  points.forEach(([x, y], from) => {
    points.forEach(([x2, y2], to) => {
      const apart = Math.sqrt((x - x2) ** 2 + (y - y2) ** 2);
      seconds[from * size + to] = apart / 5;
      metres[from * size + to] = apart;
    });
  });
  const requests = Array.from({ length: options.requests }, (_, r): PlanRequest => {
    const pickupLocation = 1 + random.below(size - 1);
    const dropoffLocation = 1 + ((pickupLocation + random.below(size - 2)) % (size - 1));
    const wish = random.below(3_600);
    const isArrival = random.below(2) === 0;
    return {
      id: `r${r}`,
      pickupLocation,
      dropoffLocation,
      pickupWindow: isArrival ? { earliest: 0, latest: 9_000 } : { earliest: wish, latest: wish + 600 },
      dropoffWindow: isArrival
        ? { earliest: wish + 600, latest: wish + 1_200 }
        : { earliest: 0, latest: 9_000 },
      maxRideSeconds: 400 + random.below(1_200),
      load: [1 + random.below(2)],
      pickupDwellSeconds: 60,
      pickupJoinSeconds: 20,
      dropoffDwellSeconds: 40,
      dropoffJoinSeconds: 15,
      neededSkills: 0,
      allowedOperators: 1,
      ...options.request?.(random, r),
    };
  });
  const vehicle: PlanVehicle = {
    id: 'v',
    startLocation: 0,
    endLocation: 0,
    window: { earliest: 0, latest: 9_000 },
    configurations: [[4]],
    skills: 0,
    operator: 1,
    breaks: [],
    costPerHour: 0,
    costPerKilometre: 1000,
    fixedCost: 0,
    ...options.vehicle,
  };
  return {
    travel: { stride: size, size, layers: [{ fromSecond: 0, seconds, metres }] },
    requests,
    vehicles: Array.from({ length: options.vehicles }, (_, v) => ({
      ...vehicle,
      id: `v${v}`,
      ...options.unlike?.(v),
    })),
    placeUse: [[0]],
    weights: { excessRideHour: 0, waitHour: 0 },
  };
}
