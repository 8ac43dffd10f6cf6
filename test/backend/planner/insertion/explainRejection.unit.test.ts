import { describe, expect, it } from 'vitest';
import {
  explainRejection,
  findInsertions,
  type InsertionObstacle,
  isBinding,
  listSuspects,
  type PlanProblem,
  prepareSchedules,
} from '../../../../backend/planner/index.ts';
import { withoutRule } from '../../../../backend/planner/insertion/explainRejection.ts';
import { LINE, lineDay, lineProblem, lineTravel, rider, van } from './lineTown.ts';

/** Everything there is to say, `severalRules` aside; the compiler refuses a list that misses one. */
const ALL: Record<Exclude<InsertionObstacle, 'severalRules'>, true> = {
  noRoad: true,
  noVehicleWithSkill: true,
  noOperatorAllowed: true,
  noVehicleOnDuty: true,
  noCapacity: true,
  pairsApart: true,
  breaksAndLimits: true,
  maxRide: true,
  pickupWindow: true,
  dropoffWindow: true,
  otherPromises: true,
};

const closedRoad = {
  ...lineTravel,
  layers: [
    {
      ...lineTravel.layers[0]!,
      // Nobody can go into or out of stop 4.
      seconds: lineTravel.layers[0]!.seconds.map((seconds, cell) =>
        (Math.floor(cell / LINE) === 4) !== (cell % LINE === 4) ? 100_000_000 : seconds,
      ),
    },
  ],
};

// Ann goes from 1 to 3 in every row; the last request is the one that is refused.
const ann = rider('Ann', 1, 3);
const annTour = [[0, 1]];
const exactly = (second: number) => ({ earliest: second, latest: second });

const refusals: readonly [string, keyof typeof ALL, PlanProblem, readonly (readonly number[])[]][] = [
  [
    'Bo lives behind a closed road',
    'noRoad',
    lineProblem({ requests: [rider('Bo', 4, 1)], travel: closedRoad }),
    [],
  ],
  [
    'Bo needs a lift',
    'noVehicleWithSkill',
    lineProblem({
      requests: [rider('Bo', 1, 2, { neededSkills: 2 })],
      vehicles: [van('van', { skills: 1 })],
    }),
    [],
  ],
  [
    'no company that has vans may drive where Bo lives',
    'noOperatorAllowed',
    lineProblem({ requests: [rider('Bo', 1, 2, { allowedOperators: 2 })] }),
    [],
  ],
  [
    // From 21,000 on; the van is back by 20,000.
    'Bo calls after the last van is home',
    'noVehicleOnDuty',
    lineProblem({ requests: [rider('Bo', 1, 2, { pickupWindow: { earliest: 21_000, latest: 25_000 } })] }),
    [],
  ],
  [
    'five people, four seats',
    'noCapacity',
    lineProblem({ requests: [rider('Bo and family', 1, 2, { load: [5] })] }),
    [],
  ],
  [
    // Ann is aboard from 1,000 to 2,200; Bo has to be picked up at 2 at 1,600, where the van passes with her.
    'Bo would meet Ann, and must not',
    'pairsApart',
    lineProblem({
      requests: [
        { ...ann, pickupWindow: exactly(1_000), dropoffWindow: exactly(2_200) },
        rider('Bo', 2, 3, { apartFrom: ['Ann'], pickupWindow: exactly(1_600) }),
      ],
    }),
    annTour,
  ],
  [
    // To 5 and back takes 6,000; 5,999 is the longest duty.
    'Bo lives a second too far for one duty',
    'breaksAndLimits',
    lineProblem({
      requests: [rider('Bo', 5, 4)],
      vehicles: [van('van', { maxDurationSeconds: 5_999 })],
    }),
    [],
  ],
  [
    // 600 from the depot to 1: leaves at 400 at the latest, rested at 401.
    'Bo is to be fetched a second before the driver has rested',
    'breaksAndLimits',
    lineProblem({
      requests: [rider('Bo', 1, 2, { pickupWindow: exactly(1_000) })],
      vehicles: [van('van', { restedFrom: 401 })],
    }),
    [],
  ],
  [
    // From 1 to 4 takes 1,800.
    'Bo cannot ride as long as the road is',
    'maxRide',
    lineProblem({ requests: [rider('Bo', 1, 4, { maxRideSeconds: 1_799 })] }),
    [],
  ],
  [
    // It is 10,000; the van is at 0, 600 from 1.
    'Bo wants to leave a second sooner than a van can come',
    'pickupWindow',
    lineProblem({ requests: [rider('Bo', 1, 2, { pickupWindow: { earliest: 0, latest: 10_599 } })] }),
    [[]],
  ],
  [
    // It is 10,000; 600 to reach 1, 600 on to 2.
    'Bo wants to be there a second sooner than a van can',
    'dropoffWindow',
    lineProblem({ requests: [rider('Bo', 1, 2, { dropoffWindow: { earliest: 0, latest: 11_199 } })] }),
    [[]],
  ],
  [
    // Ann from 1 at 1,000 to 3 at 2,200, no second to spare; Bo at 5 between 3,000 and 3,300 would make her late, or
    // wait until 3,400 = 2,200 + 1,200.
    'Bo is asked for while Ann has been promised the van',
    'otherPromises',
    lineProblem({
      requests: [
        { ...ann, pickupWindow: exactly(1_000), dropoffWindow: exactly(2_200) },
        rider('Bo', 5, 4, { pickupWindow: { earliest: 3_000, latest: 3_300 } }),
      ],
    }),
    annTour,
  ],
];

describe('the rules under suspicion', () => {
  it.each(refusals)('%s: %s is among them, and is the first that binds', (_, obstacle, problem, tours) => {
    const day = lineDay(problem, tours, tours[0]?.length === 0 ? 10_000 : undefined);
    const last = problem.requests.length - 1;
    const suspects = listSuspects(day, last);
    expect(suspects.find((rule) => isBinding(day, last, rule)) ?? 'severalRules').toBe(obstacle);
  });

  it('no vehicle has what is needed: nothing else is tried', () => {
    const [, , problem, tours] = refusals.find(([, obstacle]) => obstacle === 'noVehicleWithSkill')!;
    expect(listSuspects(lineDay(problem, tours), problem.requests.length - 1)).toEqual([
      'noVehicleWithSkill',
    ]);
  });
});

describe('explainRejection', () => {
  it.each(refusals)('%s: %s; without that rule there is a way', (_, obstacle, problem, tours) => {
    const day = lineDay(problem, tours, tours[0]?.length === 0 ? 10_000 : undefined);
    const last = problem.requests.length - 1;
    expect(findInsertions(day, last)).toEqual({ insertions: [], obstacle });
    expect(explainRejection(day, last)).toBe(obstacle);
    const schedules = day.vehicles.map(({ schedule }) => schedule);
    const relaxed = prepareSchedules(withoutRule(day.prepared, last, obstacle), schedules);
    expect(findInsertions(relaxed, last).insertions).toHaveLength(1);
  });

  it('every reason there is: some refusal of the list shows it', () => {
    const shown = new Set(refusals.map(([, obstacle]) => obstacle));
    expect(Object.keys(ALL).filter((reason) => !shown.has(reason as keyof typeof ALL))).toEqual([]);
  });

  it('a lift is missing and the party too large: several rules, none of them alone', () => {
    const problem = lineProblem({ requests: [rider('Bo and family', 1, 2, { load: [5], neededSkills: 2 })] });
    expect(findInsertions(lineDay(problem), 0)).toEqual({ insertions: [], obstacle: 'severalRules' });
  });
});
