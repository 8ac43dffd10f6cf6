export { createDispatch } from './createDispatch.ts';
export type { Dispatch } from './dispatch.ts';
export type { DispatchWorld } from './dispatchWorld.ts';
export { shiftsOf } from './openDay.ts';
export { type PlannedLeg, plannedLegs } from './replan/plannedLegs.ts';
export type { RoadsReplan } from './replan/replanForRoads.ts';
export type { ClosureEntry } from './roadDesk/closureEntry.ts';
export { createRoadDesk, type RoadDeskWorld } from './roadDesk/createRoadDesk.ts';
export type { ClosureChange, ClosureCheck, RoadDesk } from './roadDesk/roadDesk.ts';
