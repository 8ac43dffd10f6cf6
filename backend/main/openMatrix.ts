import type { RegionData } from '../../seeds/region/regionData.ts';
import { RoadTravelMatrix } from '../adapters/osrm/travelMatrix.ts';
import type { Log } from '../ports/log.ts';
import type { TravelPoint } from '../ports/travel.ts';
import type { OpenRoads } from './openRoads.ts';
import type { Progress } from './progress.ts';

/** The matrix of the region's boarding points and depots, from disk where it is kept. */
export function openMatrix(
  region: RegionData,
  { roads, networkId }: OpenRoads,
  cacheFolder: string,
  progress: Progress,
  log: Log,
): Promise<RoadTravelMatrix> {
  return progress.step('travel times', (note) =>
    RoadTravelMatrix.open({
      layers: [{ fromSecond: 0, roadStateId: 'open', roads }],
      points: startPoints(region),
      cacheFolder,
      networkId,
      onProgress: (done, total) => note(`${done} of ${total} places`),
      onRoads: (areAnswering) =>
        areAnswering
          ? log.info({}, 'roads answer again')
          : log.warn({}, 'roads do not answer; travel times are estimates'),
    }),
  );
}

function startPoints(region: RegionData): TravelPoint[] {
  const points = region.boardingPoints.map(({ id, coordinates }) => ({ id, ...coordinates }));
  const depots = region.operations.depots.map(({ id, coordinates }) => ({
    id: `depot:${id}`,
    ...coordinates,
  }));
  return [...points, ...depots];
}
