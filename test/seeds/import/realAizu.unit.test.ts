import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importRegion } from '../../../seeds/import/importRegion.ts';
import { SILENT_PROGRESS } from '../../../seeds/import/progress.ts';
import { readSourceTexts } from '../../../seeds/import/sourceFiles.ts';
import { createMunicipalityLocator } from '../../../seeds/region/municipalityLocator.ts';
import { readRegion } from '../../../seeds/region/readRegion.ts';
import { withTemporaryFolder, writeFiles } from '../../support/temporaryFolder.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/aizu', import.meta.url));
const isThere = existsSync(DATA);

describe.skipIf(!isThere)(
  `real Aizu (${isThere ? 'data are there' : '../shared/data/aizu is not there'})`,
  () => {
    it('the open data of Aizu: a region with nothing to refuse, every spot in its municipality', async () => {
      const template = await readRegion(fileURLToPath(new URL('../../../seeds/aizu', import.meta.url)));
      const texts = await readSourceTexts(DATA, () => {});
      const options = {
        from: 'aizu',
        id: 'aizu',
        vehicles: 40,
        seed: 1,
        credits: [{ ja: 'open data', en: 'open data' }],
      };
      const { files, report } = importRegion(texts, template, options, SILENT_PROGRESS);
      const region = await withTemporaryFolder(async (folder) => {
        await writeFiles(folder, files);
        return readRegion(folder);
      });
      expect(region.refused).toEqual([]);
      // The graph is one piece as published: 39,559 nodes and 52,504 edges.
      expect(region.roads.nodes).toHaveLength(39_559);
      expect(region.roads.edges).toHaveLength(52_504);
      expect(region.municipalities.map((one) => one.municipality.over65)).toEqual(
        template.municipalities.map((one) => one.municipality.over65),
      );
      const locate = createMunicipalityLocator(region.municipalities);
      for (const place of region.places) expect(locate(place.coordinates), place.id).toBe(place.municipality);
      for (const { municipality } of region.municipalities) {
        const own = region.boardingPoints.filter((point) => point.municipality === municipality.code);
        expect(own.length, municipality.name).toBeGreaterThan(20);
      }
      // 52 station names, of which two stations on two lines count once.
      expect(region.places.filter((place) => place.kind === 'station')).toHaveLength(52);
      expect(region.places.filter((place) => place.kind === 'townHall')).toHaveLength(13);
      expect(region.places.filter((place) => place.kind === 'hospital')).toHaveLength(17);
      // Facilities without coordinates, one address outside its municipality, spots without a road.
      const codes = new Set(report.refused.map((row) => row.code));
      expect(codes).toEqual(new Set(['noCoordinates', 'outsideMunicipality', 'noRoadNear']));
      expect(report.refused.length).toBeLessThan(100);
    }, 60_000);
  },
);
