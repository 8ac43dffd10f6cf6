import { readRegion } from '../seeds/region/readRegion.ts';
import type { RegionData } from '../seeds/region/regionData.ts';
import { RegionFault } from '../seeds/region/regionFault.ts';
import { openRoads } from './main/openRoads.ts';
import { PlainFault } from './main/plainFault.ts';
import { createProgress, type Progress } from './main/progress.ts';
import { openWholeMatrix } from './simulate/openWholeMatrix.ts';
import { inventCast, type PlayedDay, playDay, pointsOf } from './simulate/playDay.ts';
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
    const matrix = await progress.step('travel times', (note) =>
      openWholeMatrix({ roads: roads.roads, networkId: roads.networkId, points: pointsOf(cast), note }),
    );
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
