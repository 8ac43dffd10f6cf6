import { existsSync } from 'node:fs';
import { readRegion } from '../../seeds/region/readRegion.ts';
import type { RegionData } from '../../seeds/region/regionData.ts';
import { RegionFault } from '../../seeds/region/regionFault.ts';
import { PlainFault } from './plainFault.ts';
import type { Progress } from './progress.ts';

/** Reads the region's folder without its road graph, which the road engine reads by itself. */
export async function openRegion(folder: string, progress: Progress): Promise<RegionData> {
  if (!existsSync(folder)) {
    throw new PlainFault(`AINORI_REGION: there is no folder ${folder}. The trial region is seeds/aizu.`, 2);
  }
  try {
    const region = await progress.step('region', () => readRegion(folder, { withoutRoads: true }));
    for (const row of region.refused.slice(0, 5)) {
      progress.say(`  ${row.file}${row.row === null ? '' : ` row ${row.row}`}: ${row.sentence}`);
    }
    if (region.refused.length > 5) progress.say(`  … and ${region.refused.length - 5} more rows left out`);
    return region;
  } catch (fault) {
    if (fault instanceof RegionFault) throw new PlainFault(fault.message, 2);
    throw fault;
  }
}
