import { readRegion } from '../seeds/region/readRegion.ts';
import type { RegionData } from '../seeds/region/regionData.ts';
import { RegionFault } from '../seeds/region/regionFault.ts';
import { RoadTravelMatrix } from './adapters/osrm/travelMatrix.ts';
import { type OpenRoads, openRoads } from './main/openRoads.ts';
import { PlainFault } from './main/plainFault.ts';
import { createProgress, type Progress } from './main/progress.ts';
import { type Cast, inventCast, type PlayedDay, playDay, pointsOf } from './simulate/playDay.ts';
import { parseSimulateOptions, SIMULATE_HELP, type SimulateOptions } from './simulate/simulateOptions.ts';

/** Wires roads, matrix and stages, and plays the day. */
async function simulate(
  options: SimulateOptions,
  progress: Progress,
): Promise<PlayedDay & { readonly withoutImprovement?: PlayedDay }> {
  const region = await readWholeRegion(options.region, progress);
  const cast = await progress.step('people and calls', async () => inventCast(region, options));
  const roads = await openRoads({ osrmUrl: null, regionFolder: options.region }, progress);
  try {
    const matrix = await openWholeMatrix(cast, roads, progress);
    try {
      const plain = await playDay(cast, { ...options, improve: 0 }, matrix, progress);
      if (options.improve === 0) return plain;
      return { ...(await playDay(cast, options, matrix, progress)), withoutImprovement: plain };
    } finally {
      matrix.close();
    }
  } finally {
    await roads.stop();
  }
}

async function readWholeRegion(folder: string, progress: Progress): Promise<RegionData> {
  try {
    return await progress.step('region', () => readRegion(folder));
  } catch (fault) {
    throw fault instanceof RegionFault ? new PlainFault(fault.message, 2) : fault;
  }
}

/** Every place of the day is known before it begins: no time of it depends on how fast the machine is. */
function openWholeMatrix(
  cast: Cast,
  { roads, networkId }: OpenRoads,
  progress: Progress,
): Promise<RoadTravelMatrix> {
  return progress.step('travel times', (note) =>
    RoadTravelMatrix.open({
      layers: [{ fromSecond: 0, roadStateId: 'open', roads }],
      points: pointsOf(cast),
      networkId,
      onProgress: (done, total) => note(`${done} of ${total} places`),
    }),
  );
}

try {
  const options = parseSimulateOptions(process.argv.slice(2));
  if (options === 'help') console.log(SIMULATE_HELP);
  else
    console.log(
      JSON.stringify(
        await simulate(
          options,
          createProgress((line) => console.error(line)),
        ),
      ),
    );
} catch (fault) {
  if (!(fault instanceof PlainFault)) throw fault;
  console.error(fault.message);
  process.exitCode = fault.exitCode;
}
