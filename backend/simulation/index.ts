export { CountedIds } from './countedIds.ts';
export { type DriverPace, onSlowStreet, STEADY_PACE, variedPace } from './driverPace.ts';
export { FakeClock } from './fakeClock.ts';
export { planCalls } from './planCalls.ts';
export type { PlannedCall } from './plannedCall.ts';
export { type ReplayProgress, replayDay } from './replayDay.ts';
export type { PeopleDoors } from './simulatedPeople.ts';
export { type StreetLife, type StreetWorld, startStreetLife } from './streetLife.ts';
