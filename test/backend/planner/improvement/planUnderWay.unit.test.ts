import { describe, expect, it } from 'vitest';
import {
  checkPlan,
  createPlanUnderWay,
  improvePlan,
  type Plan,
  type PlanProblem,
  type Tour,
} from '../../../../backend/planner/index.ts';
import { lineProblem, rider, van } from '../insertion/lineTown.ts';

// Places 0 … 5 in a row, 600 s apart. Ann and Bo are aboard from 1 and 2; Cho waits at 3.
const until = (latest: number) => ({ earliest: 0, latest });
const riders = (ann: number, bo: number) => [
  rider('Ann', 1, 5, { dropoffWindow: until(ann) }),
  rider('Bo', 2, 4, { dropoffWindow: until(bo) }),
  rider('Cho', 3, 4),
];
const aboard: Tour = {
  vehicle: 0,
  visits: [0, 2],
  fixedCount: 2,
  fixedStarts: [600, 1200],
  earliestDeparture: 1300,
};
const idle: Tour = { vehicle: 1, visits: [], fixedCount: 0, fixedStarts: [], earliestDeparture: 1300 };

function townOf(ann: number, bo: number): PlanProblem {
  return lineProblem({ requests: riders(ann, bo), vehicles: [van('one'), van('two')] });
}

function visitsOf({ schedules }: Plan): (readonly number[])[] {
  return schedules.map(({ visits }) => visits);
}

describe('createPlanUnderWay', () => {
  it('two aboard: set down in the order of their deadlines, nobody else served, nothing before now', () => {
    // From 2 at 1,300: at 4 at 2,500, at 5 at 3,100.
    const plan = createPlanUnderWay(townOf(4000, 3000), [aboard, idle]);
    expect(visitsOf(plan)).toEqual([[0, 2, 3, 1], []]);
    expect(plan.unserved).toEqual([2]);
    expect(plan.schedules[0]!.departures[1]).toBe(1300);
    expect(plan.schedules[1]!.earliestDeparture).toBe(1300);
  });

  it('the earlier deadline first is too late for the other: another order', () => {
    // Ann at 5 first, Bo at 4 only 600 s later: 3,700. By way of 4 first she is at 5 at 3,100, as she asked.
    const plan = createPlanUnderWay(townOf(3100, 3200), [aboard, idle]);
    expect(visitsOf(plan)[0]).toEqual([0, 2, 3, 1]);
  });

  it('no order sets both down in time: refused by name', () => {
    expect(() => createPlanUnderWay(townOf(3099, 2499), [aboard, idle])).toThrow(
      /vehicle "one" cannot go on.*late/,
    );
  });

  it('improved: the fixed visits stay at the front, those aboard in their vehicle, everybody else is served', () => {
    const problem = townOf(9000, 9000);
    const first = createPlanUnderWay(problem, [aboard, idle]);
    const plan = improvePlan(problem, first, { seed: 1, iterations: 200 });
    expect(visitsOf(plan)[0]!.slice(0, 2)).toEqual([0, 2]);
    expect(plan.unserved).toEqual([]);
    expect(checkPlan(problem, plan, { previous: first })).toEqual([]);
  });

  it('the order of deadlines is a way round: improved, those aboard are set down along the way', () => {
    // The van ends where it sets down last. By way of 4 to 5 it drives 1,800 s, by way of 5 back to 4 it drives 2,400.
    const { endLocation: _, ...anywhere } = van('one');
    const problem = lineProblem({ requests: riders(5000, 9000), vehicles: [anywhere] });
    const first = createPlanUnderWay(problem, [aboard]);
    expect(visitsOf(first)[0]).toEqual([0, 2, 1, 3]);
    const [visits] = visitsOf(improvePlan(problem, first, { seed: 1, iterations: 50 }));
    expect(visits!.filter((visit) => visit < 4)).toEqual([0, 2, 3, 1]);
  });
});
