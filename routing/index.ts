export type { CarProfile } from './costing/carProfile.ts';
export { ruralCar } from './costing/ruralCar.ts';
export {
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
export { createRoadServer } from './server/roadServer.ts';
export { type RoadServerOptions, type RunningRoadServer, startRoadServer } from './server/startRoadServer.ts';
