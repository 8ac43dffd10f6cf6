import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RegionFault } from '../region/regionFault.ts';

/** Files an import cannot do without, and what each is for. */
export const REQUIRED_FILES = {
  'municipalities.geojson':
    'boundaries of the municipalities (properties jis, name, kana, area_official_km2)',
  'road_nodes.csv': 'road graph, nodes (id, lon, lat)',
  'road_edges.csv': 'road graph, edges (id, from, to, length_m, class, oneway, ref, name, polyline5)',
  'machiaza_kana.csv':
    'address registry with readings (jis, machiaza_id, level, name, kana, lat, lon, coord_source)',
  'facilities.csv':
    'town halls, hospitals, clinics, halls (id, category, name, kana, jis, lat, lon, precision)',
  'stations.csv': 'railway stations (name, kana, line, lon, lat, jis)',
} as const;

/** Files that make the region better, and what is missed without them. */
export const OPTIONAL_FILES = {
  'census2015_small_areas.csv': 'population of municipalities the template region does not know',
  'osm_poi_2012_2014.csv': 'shops to ride to',
  'roads_major.geojson': 'roads on the map',
  'water.geojson': 'lakes and rivers on the map',
  'rail_lines.geojson': 'railway lines on the map',
} as const;

/** Texts of the source files by name; optional ones may be absent. */
export type SourceTexts = ReadonlyMap<string, string>;

/**
 * Reads the source files of a folder.
 * @throws RegionFault naming every required file that is missing
 */
export async function readSourceTexts(folder: string, onRead: (count: number) => void): Promise<SourceTexts> {
  const texts = new Map<string, string>();
  const missing: string[] = [];
  for (const name of [...Object.keys(REQUIRED_FILES), ...Object.keys(OPTIONAL_FILES)]) {
    try {
      texts.set(name, await readFile(join(folder, name), 'utf8'));
    } catch {
      if (name in REQUIRED_FILES) missing.push(name);
    }
    onRead(texts.size);
  }
  if (missing.length > 0) throw new RegionFault('missingFile', missingSentence(folder, missing));
  return texts;
}

function missingSentence(folder: string, missing: readonly string[]): string {
  const lines = missing.map((name) => `  ${name}: ${REQUIRED_FILES[name as keyof typeof REQUIRED_FILES]}`);
  return `${folder} lacks ${missing.length} of the files an import needs. Put them there, or name another folder with --from:\n${lines.join('\n')}`;
}
