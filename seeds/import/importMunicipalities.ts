import type { Municipality } from '../../backend/domain/place/place.ts';
import { JsonEntry } from '../region/jsonEntry.ts';
import { parseCollection } from '../region/readFeatures.ts';
import { checkedOutline } from '../region/readMunicipality.ts';
import type { OutlinedMunicipality, RefusedRow } from '../region/regionData.ts';
import { RowRefusal } from '../region/rowRefusal.ts';
import { romaji } from './romaji.ts';

/** What is known of a municipality's people. */
export interface PopulationSources {
  /** Figures of a region that is already described. */
  readonly known: ReadonlyMap<string, Municipality>;
  /** People by municipality code as the census areas add up. */
  readonly census: ReadonlyMap<string, number>;
}

/** Share of people over 65 in Japan in 2020 (census), taken where a municipality's own figure is not known. */
const OVER_65_SHARE = 0.286;

/** The municipalities of a boundary file, with people from the sources. */
export function importMunicipalities(
  text: string,
  file: string,
  sources: PopulationSources,
  refused: RefusedRow[],
  notes: string[],
): readonly OutlinedMunicipality[] {
  return parseCollection(
    text,
    file,
    (feature, seen) => {
      const entry = JsonEntry.of(feature.properties, '');
      const code = entry.text('jis');
      if (!/^\d{5}$/.test(code)) throw new RowRefusal('unknownValue', `"jis" must have five digits: ${code}`);
      if (seen.has(code)) throw new RowRefusal('duplicateId', `"jis" ${code} occurs more than once`);
      const name = entry.text('name');
      const kana = entry.text('kana');
      const areaKm2 = entry.number('area_official_km2', 0, 1_000_000);
      const outlineGeoJson = JSON.stringify(checkedOutline(feature.geometry));
      seen.add(code);
      const known = sources.known.get(code);
      const people = known ?? estimate(code, name, sources.census.get(code), notes);
      const nameEn = known?.nameEn ?? romaji(kana);
      const { population, over65 } = people;
      return {
        municipality: { code, name, kana, nameEn, population, over65, areaKm2 },
        outlineGeoJson,
      };
    },
    refused,
  );
}

function estimate(
  code: string,
  name: string,
  census: number | undefined,
  notes: string[],
): Pick<Municipality, 'population' | 'over65'> {
  const population = census ?? 0;
  notes.push(
    census === undefined
      ? `${code} ${name}: no population is known; it counts as 0. Write the figures into municipalities.geojson.`
      : `${code} ${name}: the number of people over 65 is not known; ${OVER_65_SHARE * 100} % of the census population is taken. Write the figure into municipalities.geojson.`,
  );
  return { population, over65: Math.round(population * OVER_65_SHARE) };
}
