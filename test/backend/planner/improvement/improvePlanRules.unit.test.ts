import { describe, expect, it } from 'vitest';
import { checkPlan, improvePlan } from '../../../../backend/planner/index.ts';
import { createSmallDay, type SmallDayRules } from '../../../support/smallProblem.ts';
import { leastPlanCost, planCost } from './everyPlan.ts';

const PLAIN = { layers: false, breaks: false, drivingLimit: false, doubles: false };

describe('improvePlan under every rule at once', () => {
  it.each<[string, number, SmallDayRules, days?: number]>([
    ['one road state, neither breaks nor limits', 1, PLAIN],
    ['breaks', 1001, { layers: false, breaks: true, drivingLimit: false }],
    ['breaks and driving limits', 2001, { layers: false, breaks: true, drivingLimit: true }],
    ['roads that change', 3001, { layers: true, breaks: false, drivingLimit: false }],
    ['rests before the duty', 5001, { ...PLAIN, rests: true }],
    ['rests, roads that change and breaks', 6001, { layers: true, breaks: true, rests: true }],
    ['seconds that are no whole numbers', 4001, { layers: false, doubles: true }],
    // Where riders' time costs something, the exact timing puts right what the search gets wrong of the rest.
    ['tours under way and short duties', 7001, { ...PLAIN, underWay: true, freeTime: true, requests: 3 }, 90],
    ['breaks, riders’ time free', 8001, { ...PLAIN, breaks: true, freeTime: true }],
    ['driving limits, riders’ time free', 9041, { ...PLAIN, drivingLimit: true, freeTime: true }],
    ['roads that change, riders’ time free', 10_001, { ...PLAIN, layers: true, freeTime: true }],
  ])(
    'made-up days with unlike vehicles, %s: as cheap as the cheapest plan there is',
    (_, from, rules, days = 40) => {
      for (let seed = from; seed < from + days; seed++) {
        const { problem, schedules } = createSmallDay(seed, { requests: 2, ...rules });
        const carried = new Set(schedules.flatMap(({ visits }) => visits.filter((visit) => visit >= 0)));
        const unserved = problem.requests.map((__, r) => r).filter((r) => !carried.has(r * 2));
        const given = { schedules, unserved };
        const plan = improvePlan(problem, given, { seed, iterations: 300 });
        const faults = checkPlan(problem, plan, { previous: given });
        expect({ seed, faults: faults.filter(({ code }) => code !== 'unservedRequest') }).toEqual({
          seed,
          faults: [],
        });
        expect({ seed, cost: planCost(problem, plan) }).toEqual({
          seed,
          cost: expect.closeTo(leastPlanCost(problem, schedules), 4),
        });
      }
    },
  );
});
