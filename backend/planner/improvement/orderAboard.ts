import type { Plan, Schedule } from '../model/plan.ts';
import { evaluateCost, evaluateTour, isSchedule } from '../schedule/evaluateTour.ts';
import type { PreparedProblem } from '../schedule/preparedProblem.ts';

/**
 * The plan with those aboard set down in a cheaper order where there is one. The search moves everybody around them but
 * never them, so that their order among themselves would stay as it was given.
 */
export function orderAboard(prepared: PreparedProblem, plan: Plan): Plan {
  const schedules = plan.schedules.map((schedule) => settle(prepared, schedule));
  return schedules.some((schedule, v) => schedule !== plan.schedules[v]) ? { ...plan, schedules } : plan;
}

function settle(prepared: PreparedProblem, schedule: Schedule): Schedule {
  const dropoffs = listAboard(schedule);
  // What breaks a rule as given stays as it is.
  if (dropoffs.length < 2 || !isSchedule(evaluateTour(prepared, schedule))) return schedule;
  let best = schedule;
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const dropoff of dropoffs) {
      const moved = moveBest(prepared, best, dropoff);
      if (!moved) continue;
      best = moved;
      isBetter = true;
    }
  }
  return best;
}

/** Dropoffs behind the fixed visits of whoever was picked up in them. */
function listAboard({ visits, fixedCount }: Schedule): number[] {
  const fixed = visits.slice(0, fixedCount);
  return visits
    .slice(fixedCount)
    .filter((visit) => visit >= 0 && visit % 2 === 1 && fixed.includes(visit - 1));
}

/** The schedule with one dropoff where that costs least; undefined where it stands best. */
function moveBest(prepared: PreparedProblem, schedule: Schedule, dropoff: number): Schedule | undefined {
  const { visits, fixedCount } = schedule;
  const fixed = visits.slice(0, fixedCount);
  const rest = visits.slice(fixedCount).filter((visit) => visit >= 0 && visit !== dropoff);
  let least = evaluateCost(prepared, schedule) - WORTH;
  let best: Schedule | undefined;
  for (let at = 0; at <= rest.length; at++) {
    const tour = { ...schedule, visits: [...fixed, ...rest.slice(0, at), dropoff, ...rest.slice(at)] };
    const tried = evaluateTour(prepared, tour);
    if (!isSchedule(tried) || evaluateCost(prepared, tried) >= least) continue;
    least = evaluateCost(prepared, tried);
    best = tried;
  }
  return best;
}

/** A change that saves less is none. */
const WORTH = 1e-6;
