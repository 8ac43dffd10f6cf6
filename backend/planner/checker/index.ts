export { checkPlan } from './checkPlan.ts';
export { checkSchedule } from './checkSchedule.ts';
export type { CheckOptions } from './judgement.ts';
