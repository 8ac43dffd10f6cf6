import type { PerformedLeg } from '../../../domain/road/performedLeg.ts';
import type { RoadSuggestion } from '../../../domain/road/roadSuggestion.ts';
import type { RoadLearningTable } from '../../../ports/roadTables.ts';
import { momentText, portions, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const LIST_LEGS = `
  SELECT details FROM road_leg WHERE day BETWEEN $1::date AND $2::date ORDER BY day, id COLLATE "C"`;
const LIST_LEG_IDS = 'SELECT id FROM road_leg WHERE day = $1::date';
const INSERT_LEGS = `
  INSERT INTO road_leg (id, day, details)
  SELECT id, day, details FROM jsonb_to_recordset($1::jsonb) AS r (id text, day date, details jsonb)
  ON CONFLICT (id) DO NOTHING`;
const LIST_SUGGESTIONS = 'SELECT details FROM road_suggestion ORDER BY made_at, id COLLATE "C"';
const SAVE_SUGGESTIONS = `
  INSERT INTO road_suggestion (id, made_at, details)
  SELECT id, "madeAt", details FROM jsonb_to_recordset($1::jsonb) AS r (id text, "madeAt" timestamptz, details jsonb)
  ON CONFLICT (id) DO UPDATE SET details = excluded.details`;

/** What the street teaches. */
export function roadLearningTable(session: Session): RoadLearningTable {
  return {
    async listLegs(fromDay, toDay) {
      const rows = await session.query<{ details: PerformedLeg }>(LIST_LEGS, [fromDay, toDay]);
      return rows.map(({ details }) => details);
    },
    listLegIds: async (day) => (await session.query<{ id: string }>(LIST_LEG_IDS, [day])).map(({ id }) => id),
    async insertLegs(legs) {
      for (const portion of portions(legs)) {
        const rows = portion.map((leg) => ({ id: leg.id, day: leg.day, details: leg }));
        await session.query(INSERT_LEGS, [rowsAsJson(rows)]);
      }
    },
    async listSuggestions() {
      const rows = await session.query<{ details: RoadSuggestion }>(LIST_SUGGESTIONS);
      return rows.map(({ details }) => details);
    },
    async saveSuggestions(suggestions) {
      const rows = suggestions.map((suggestion) => ({
        id: suggestion.id,
        madeAt: momentText(suggestion.madeAt),
        details: suggestion,
      }));
      await session.query(SAVE_SUGGESTIONS, [rowsAsJson(rows)]);
    },
  };
}
