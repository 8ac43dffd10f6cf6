import { StoreFault } from '../../../domain/fault/storeFault.ts';
import { readOutline } from '../../../domain/place/outline.ts';
import type { Municipality } from '../../../domain/place/place.ts';
import { rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const INSERT = `
  INSERT INTO municipality (code, name, kana, name_en, population, over65, area_km2, outline)
  SELECT code, name, kana, "nameEn", population, over65, "areaKm2",
    ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(outline), 4326))
  FROM jsonb_to_recordset($1::jsonb) AS r (code text, name text, kana text, "nameEn" text, population integer,
    over65 integer, "areaKm2" float8, outline text)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, kana = excluded.kana, name_en = excluded.name_en,
    population = excluded.population, over65 = excluded.over65, area_km2 = excluded.area_km2,
    outline = excluded.outline`;

/**
 * Adds municipalities or replaces them.
 * @param rows `outlineGeoJson` is a GeoJSON Polygon or MultiPolygon
 * @throws StoreFault `invalidValue` naming the municipality whose outline is broken
 */
export async function insertMunicipalities(
  session: Session,
  rows: readonly { municipality: Municipality; outlineGeoJson: string }[],
): Promise<void> {
  const records = rows.map(({ municipality, outlineGeoJson }) => {
    if (readOutline(outlineGeoJson) === undefined) {
      const message = `The outline of municipality ${municipality.code} is not a closed polygon.`;
      throw new StoreFault('invalidValue', message);
    }
    return { ...municipality, outline: outlineGeoJson };
  });
  // One by one: a single outline of a real municipality can have thousands of corners.
  for (const record of records) await session.query(INSERT, [rowsAsJson([record])]);
}
