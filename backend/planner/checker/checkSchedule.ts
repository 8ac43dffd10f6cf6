import type { Schedule } from '../model/plan.ts';
import type { PlanProblem } from '../model/problem.ts';
import type { Violation } from '../model/violation.ts';
import { checkDriving } from './checkDriving.ts';
import { checkFigures } from './checkFigures.ts';
import { checkTimes } from './checkTimes.ts';
import { checkVisits } from './checkVisits.ts';
import { type CheckOptions, openJudgement } from './judgement.ts';

/**
 * Judges one vehicle's schedule, whoever made it, and names everything that is wrong with it; an empty list means it
 * can be driven as it stands. All is recomputed from the problem; never throws, however malformed the schedule.
 */
export function checkSchedule(
  problem: PlanProblem,
  schedule: Schedule,
  options: CheckOptions = {},
): Violation[] {
  const judgement = openJudgement(problem, schedule, options);
  if (!judgement) return [{ code: 'wrongFigures' }];
  checkVisits(judgement);
  const driven = checkTimes(judgement);
  checkDriving(judgement, driven);
  checkFigures(judgement, driven);
  return judgement.violations;
}
