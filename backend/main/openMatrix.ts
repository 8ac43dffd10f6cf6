import type { RegionData } from '../../seeds/region/regionData.ts';
import { DatedTravelMatrix } from '../adapters/osrm/datedTravelMatrix.ts';
import type { TravelPoint } from '../ports/travel.ts';
import type { OpenRoads } from './openRoads.ts';
import type { Progress } from './progress.ts';

/** The matrix of the region's boarding points and depots, from disk where it is kept. */
export function openMatrix(
  region: RegionData,
  { states, networkId }: OpenRoads,
  cacheFolder: string,
  progress: Progress,
  onRoads: (areAnswering: boolean) => void,
): Promise<DatedTravelMatrix> {
  return progress.step('travel times', (note) =>
    DatedTravelMatrix.open({
      states,
      points: startPoints(region),
      cacheFolder,
      networkId,
      onProgress: (done, total) => note(`${done} of ${total} places`),
      onRoads,
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
