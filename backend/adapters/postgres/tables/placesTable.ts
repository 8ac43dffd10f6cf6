import type { BoardingPoint, Municipality, Place } from '../../../domain/place/place.ts';
import { PLACE_KEYS_VERSION } from '../../../domain/place/placeKeys.ts';
import { areValidCoordinates } from '../../../domain/units/coordinates.ts';
import type { PlacesTable } from '../../../ports/tables.ts';
import { portions, rowsAsJson, validPoint } from '../rows.ts';
import type { Parameter, Session } from '../session.ts';
import { insertMunicipalities } from './insertMunicipalities.ts';
import { type Located, locate, PLACE_COLUMNS } from './placeRows.ts';
import { placeRecords, renewPlaceKeys, searchPlaces } from './searchPlaces.ts';

const MUNICIPALITY = 'code, name, kana, name_en AS "nameEn", population, over65, area_km2 AS "areaKm2"';
const POINT = `
  id, name, kana, municipality, ST_X(location) AS lon, ST_Y(location) AS lat, place_id AS "placeId",
  is_wheelchair_reachable AS "isWheelchairReachable"`;

const INSERT_PLACES = `
  INSERT INTO place (id, name, kana, name_en, kind, municipality, location, aliases, search_terms,
    search_grams, keys_version)
  SELECT id, name, kana, "nameEn", kind, municipality, ST_SetSRID(ST_MakePoint(lon, lat), 4326), aliases, terms,
    grams, ${PLACE_KEYS_VERSION}
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, kana text, "nameEn" text, kind text,
    municipality text, lon float8, lat float8, aliases text[], terms text, grams text[])
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, kana = excluded.kana, name_en = excluded.name_en,
    kind = excluded.kind, municipality = excluded.municipality, location = excluded.location,
    aliases = excluded.aliases, search_terms = excluded.search_terms,
    search_grams = excluded.search_grams, keys_version = excluded.keys_version`;

const INSERT_POINTS = `
  INSERT INTO boarding_point (id, name, kana, municipality, location, place_id, is_wheelchair_reachable)
  SELECT id, name, kana, municipality, ST_SetSRID(ST_MakePoint(lon, lat), 4326), "placeId", "isWheelchairReachable"
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, kana text, municipality text, lon float8, lat float8,
    "placeId" text, "isWheelchairReachable" boolean)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, kana = excluded.kana, municipality = excluded.municipality,
    location = excluded.location, place_id = excluded.place_id,
    is_wheelchair_reachable = excluded.is_wheelchair_reachable`;

/** A point on a border belongs to the municipality with the lower code. */
const MUNICIPALITY_AT = `
  SELECT code FROM municipality WHERE ST_Intersects(outline, ST_SetSRID(ST_MakePoint($1, $2), 4326))
  ORDER BY code LIMIT 1`;

/**
 * The circle's bounding box in degrees (a degree of latitude is at least 110,574 m) lets the index narrow down; the
 * distance on the sphere decides, with the radius that the domain uses.
 */
const NEAREST = `
  SELECT ${POINT}, metres AS "distanceMetres"
  FROM boarding_point, LATERAL (
    SELECT 2 * 6371008.8 * asin(least(1, sqrt(
      sin(radians(ST_Y(location) - $2::float8) / 2) ^ 2 +
      cos(radians($2::float8)) * cos(radians(ST_Y(location))) *
      sin(radians(ST_X(location) - $1::float8) / 2) ^ 2))) AS metres
  ) AS away
  WHERE metres <= $3::float8
    AND location && ST_Expand(ST_SetSRID(ST_MakePoint($1::float8, $2::float8), 4326),
      least(360, $3::float8 / (110574 * greatest(0.01, cos(radians($2::float8))))),
      least(180, $3::float8 / 110574))
  ORDER BY metres, id COLLATE "C"
  LIMIT $4::int`;

/** The region: municipalities, places, boarding points. */
export function placesTable(session: Session): PlacesTable {
  async function listPoints(condition: string, values: readonly Parameter[]): Promise<BoardingPoint[]> {
    const rows = await session.query<Located<BoardingPoint>>(
      `SELECT ${POINT} FROM boarding_point ${condition} ORDER BY id COLLATE "C"`,
      values,
    );
    return rows.map(locate);
  }
  return {
    listMunicipalities: () =>
      session.query<Municipality>(`SELECT ${MUNICIPALITY} FROM municipality ORDER BY code COLLATE "C"`),
    listBoardingPoints: () => listPoints('', []),
    findBoardingPoint: async (id) => (await listPoints('WHERE id = $1', [id]))[0],
    listBoardingPointsByIds: (ids) => listPoints('WHERE id = ANY ($1::text[])', [ids]),
    async findPlace(id) {
      const rows = await session.query<Located<Place>>(`SELECT ${PLACE_COLUMNS} FROM place WHERE id = $1`, [
        id,
      ]);
      return rows.map(locate)[0];
    },
    searchPlaces: (text, limit) => searchPlaces(session, text, limit),
    renewKeys: (limit) => renewPlaceKeys(session, limit),
    async municipalityAt(point) {
      if (!areValidCoordinates(point)) return undefined;
      const rows = await session.query<{ code: string }>(MUNICIPALITY_AT, [point.lon, point.lat]);
      return rows[0]?.code;
    },
    async nearestBoardingPoints(point, limit, withinMetres) {
      const { lon, lat } = validPoint(point);
      const rows = await session.query<Located<BoardingPoint> & { distanceMetres: number }>(NEAREST, [
        lon,
        lat,
        withinMetres,
        limit,
      ]);
      return rows.map(({ distanceMetres, ...row }) => ({ point: locate(row), distanceMetres }));
    },
    insertMunicipalities: (rows) => insertMunicipalities(session, rows),
    async insertPlaces(places) {
      for (const portion of portions(places)) {
        await session.query(INSERT_PLACES, [rowsAsJson(await placeRecords(session, portion))]);
      }
    },
    async insertBoardingPoints(points) {
      for (const portion of portions(points)) {
        const rows = portion.map(({ coordinates, ...rest }) => ({ ...rest, ...validPoint(coordinates) }));
        await session.query(INSERT_POINTS, [rowsAsJson(rows)]);
      }
    },
  };
}
