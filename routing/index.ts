export { openRoadsFolder } from './cache/openRoadsFolder.ts';
export type { CarProfile } from './costing/carProfile.ts';
export { findProfile, PROFILE_NAMES } from './costing/profiles.ts';
export { ruralCar } from './costing/ruralCar.ts';
export { stockCar } from './costing/stockCar.ts';
export { type PreparedRoads, prepareRoads } from './engine/prepareRoads.ts';
export {
  type AskOptions,
  createRoadEngine,
  type EngineOptions,
  type RoadEngine,
  type RoadRoute,
  type RoadTable,
  type Waypoint,
} from './engine/roadEngine.ts';
export { RoadFault } from './engine/roadFault.ts';
export type { LonLat } from './geometry/polyline.ts';
export { ReadingFault } from './readers/readingFault.ts';
export { type LoadedRoads, loadRegionRoads } from './readers/regionFolder.ts';
export { type ReadingReport, type ReadRoads, readRoads } from './readers/roadFiles.ts';
export { createRoadServer } from './server/roadServer.ts';
export { type RoadServerOptions, type RunningRoadServer, startRoadServer } from './server/startRoadServer.ts';
export { checkRoadState } from './states/checkRoadState.ts';
export {
  type ClosedByArea,
  type ClosedByRef,
  type ClosedPart,
  type Ring,
  type RoadState,
  RoadStateFault,
  type RoadStateReport,
  type SnowRule,
} from './states/roadState.ts';
