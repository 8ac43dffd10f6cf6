import { createEmptyPlan, improvePlan } from '../../backend/planner/index.ts';
import type { Bench } from '../support/bench.ts';
import { createClusteredDay } from '../support/clusteredDay.ts';
import { cpuSeconds } from '../support/plannedInTime.ts';

const SIZES = [250, 500, 1_000, 2_000, 4_000];
/** Rides a vehicle carries in a day. */
const RIDES_PER_VEHICLE = 20;
/** Steps of improvement per ride. */
const STEPS = 4;

const bench: Bench = {
  name: 'scaling',
  about: 'time per request against the size of the day: --sizes 250,500,1000,2000,4000 --seed 1',
  run(options, report) {
    const sizes = options.has('sizes') ? options.text('sizes', '').split(',').map(Number) : SIZES;
    const times = sizes.map((rides) => {
      const problem = createClusteredDay({
        rides,
        vehicles: rides / RIDES_PER_VEHICLE,
        seed: options.number('seed', 1),
      });
      const begun = cpuSeconds();
      const plan = improvePlan(problem, createEmptyPlan(problem), { seed: 1, iterations: STEPS * rides });
      const each = ((cpuSeconds() - begun) / rides) * 1000;
      const work = `${rides} rides, ${problem.vehicles.length} vehicles, planned and improved by ${STEPS} steps a ride`;
      report({ work, figure: each, unit: 'CPU ms per request' });
      report({ work: `${rides} rides, unserved`, figure: plan.unserved.length, unit: 'rides' });
      return each;
    });
    sizes.slice(1).forEach((rides, at) => {
      const growth = times[at + 1]! / times[0]!;
      const fleet = rides / sizes[0]!;
      const work = `time per request, ${rides} rides against ${sizes[0]}`;
      report({ work, figure: growth, unit: 'times', bar: `<= ${fleet}`, met: growth <= fleet });
    });
  },
};

export default bench;
