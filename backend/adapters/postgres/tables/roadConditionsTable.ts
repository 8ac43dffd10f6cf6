import type { RoadClosure } from '../../../domain/road/roadClosure.ts';
import type { RoadSeason } from '../../../domain/road/roadSeason.ts';
import { CROSSING_METRES, SAME_ROAD_METRES } from '../../../domain/road/runsOver.ts';
import type { Coordinates } from '../../../domain/units/coordinates.ts';
import type { DrivenLine, RoadConditionsTable } from '../../../ports/roadTables.ts';
import { asJson, momentText, momentTextOrNull, rowsAsJson, validPoint } from '../rows.ts';
import type { Session } from '../session.ts';

const LIST_CLOSURES = `
  SELECT id, name, stretch, times, reason, entered_by AS "enteredBy", entered_at AS "enteredAt",
    reopened_at AS "reopenedAt", ST_AsGeoJSON(lines, 9) AS lines
  FROM road_closure
  WHERE $1::timestamptz IS NULL OR (coalesce(reopened_at, 'infinity') > $1::timestamptz
    AND coalesce(to_timestamp((times->>'to')::float8 / 1000), 'infinity') > $1::timestamptz)
  ORDER BY entered_at, id COLLATE "C"`;
const INSERT_CLOSURE = `
  INSERT INTO road_closure (id, name, stretch, times, reason, entered_by, entered_at, reopened_at, lines)
  SELECT id, name, stretch, times, reason, "enteredBy", "enteredAt", "reopenedAt",
    ST_SetSRID(ST_GeomFromGeoJSON(lines), 4326)
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, name text, stretch jsonb, times jsonb, reason text,
    "enteredBy" text, "enteredAt" timestamptz, "reopenedAt" timestamptz, lines text)`;
const REOPEN = `
  UPDATE road_closure SET reopened_at = $2::timestamptz WHERE id = $1 AND reopened_at IS NULL RETURNING id`;
const LIST_SEASONS = `SELECT details FROM road_season ORDER BY id COLLATE "C"`;
const SAVE_SEASONS = `
  INSERT INTO road_season (id, details)
  SELECT id, details FROM jsonb_to_recordset($1::jsonb) AS r (id text, details jsonb)
  ON CONFLICT (id) DO UPDATE SET details = excluded.details`;

/**
 * Lines are laid flat in metres around the closure's middle, where a corridor around the closed parts makes up for
 * rounded coordinates. What counts is the length driven inside it.
 */
const LIST_CROSSING = `
  WITH closed AS MATERIALIZED (
    SELECT id, east, lines, ST_Length(flat) AS metres, ST_Buffer(flat, ${SAME_ROAD_METRES}) AS corridor
    FROM road_closure,
      LATERAL (SELECT 111195 * cos(radians(ST_Y(ST_Centroid(lines)))) AS east) AS scale,
      LATERAL (SELECT ST_Affine(lines, east, 0, 0, 111195, 0, 0) AS flat) AS laid
    WHERE id = ANY ($2::text[])
  )
  SELECT DISTINCT d.key
  FROM jsonb_to_recordset($1::jsonb) AS d (key text, line text, "closureIds" jsonb)
  CROSS JOIN LATERAL (SELECT ST_SetSRID(ST_GeomFromGeoJSON(d.line), 4326) AS driven) AS way
  JOIN closed c ON d."closureIds" ? c.id AND c.lines && driven
  WHERE ST_Length(ST_Intersection(ST_Affine(driven, c.east, 0, 0, 111195, 0, 0), c.corridor))
    > least(${CROSSING_METRES}, c.metres / 2)`;

type ClosureRow = Omit<RoadClosure, 'lines'> & { readonly lines: string };

function toGeoJson(lines: readonly (readonly Coordinates[])[]): string {
  const coordinates = lines.map((line) => line.map(validPoint).map(({ lon, lat }) => [lon, lat]));
  return asJson({ type: 'MultiLineString', coordinates });
}

function fromGeoJson(text: string): Coordinates[][] {
  const { coordinates } = JSON.parse(text) as { coordinates: [number, number][][] };
  return coordinates.map((line) => line.map(([lon, lat]) => ({ lon, lat })));
}

/** Closures and seasons of the roads. */
export function roadConditionsTable(session: Session): RoadConditionsTable {
  return {
    async listClosures(since) {
      const rows = await session.query<ClosureRow>(LIST_CLOSURES, [momentTextOrNull(since ?? null)]);
      return rows.map((row) => ({ ...row, lines: fromGeoJson(row.lines) }));
    },
    async insertClosure(closure) {
      const { enteredAt, reopenedAt, lines } = closure;
      const row = {
        ...closure,
        enteredAt: momentText(enteredAt),
        reopenedAt: reopenedAt === null ? null : momentText(reopenedAt),
        lines: toGeoJson(lines),
      };
      await session.query(INSERT_CLOSURE, [rowsAsJson([row])]);
    },
    reopen: async (id, at) => (await session.query(REOPEN, [id, momentText(at)])).length === 1,
    async listSeasons() {
      return (await session.query<{ details: RoadSeason }>(LIST_SEASONS)).map(({ details }) => details);
    },
    async saveSeasons(seasons) {
      const rows = seasons.map((season) => ({ id: season.id, details: season }));
      await session.query(SAVE_SEASONS, [rowsAsJson(rows)]);
    },
    async listCrossing(lines) {
      const asked = lines.filter(({ line, closureIds }) => line.length > 1 && closureIds.length > 0);
      if (asked.length === 0) return [];
      const rows = asked.map((driven) => ({ ...driven, line: lineGeoJson(driven) }));
      const closureIds = [...new Set(asked.flatMap((driven) => driven.closureIds))];
      const found = await session.query<{ key: string }>(LIST_CROSSING, [rowsAsJson(rows), closureIds]);
      return found.map(({ key }) => key);
    },
  };
}

function lineGeoJson({ line }: DrivenLine): string {
  return asJson({ type: 'LineString', coordinates: line.map(validPoint).map(({ lon, lat }) => [lon, lat]) });
}
