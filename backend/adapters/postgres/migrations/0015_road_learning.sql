-- What the street teaches: driven legs without places or names, and the speed factors they speak for. Seasons get who
-- entered them, their upper altitude, and an end before their time.

CREATE TABLE road_leg (
  -- The stop it led to.
  id text PRIMARY KEY,
  day date NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX road_leg_day ON road_leg (day);

CREATE TABLE road_suggestion (
  id text PRIMARY KEY,
  made_at timestamptz NOT NULL,
  details jsonb NOT NULL
);

GRANT SELECT ON road_leg, road_suggestion TO ainori_office, ainori_app;
GRANT INSERT ON road_leg TO ainori_office;
GRANT INSERT, UPDATE ON road_suggestion TO ainori_office;

-- A leg says how somebody drove: the office reads it, nobody changes it, and only the system writes it down.
ALTER TABLE road_leg ENABLE ROW LEVEL SECURITY;
ALTER TABLE road_leg FORCE ROW LEVEL SECURITY;
CREATE POLICY road_leg_read ON road_leg FOR SELECT TO ainori_office USING (true);
CREATE POLICY road_leg_insert ON road_leg FOR INSERT TO ainori_office WITH CHECK (is_system());
ALTER TABLE road_suggestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE road_suggestion FORCE ROW LEVEL SECURITY;
CREATE POLICY road_suggestion_read ON road_suggestion FOR SELECT TO ainori_office USING (true);
CREATE POLICY road_suggestion_insert ON road_suggestion FOR INSERT TO ainori_office WITH CHECK (plans_roads());
CREATE POLICY road_suggestion_update ON road_suggestion FOR UPDATE TO ainori_office USING (plans_roads());

ALTER TABLE road_season NO FORCE ROW LEVEL SECURITY;
UPDATE road_season
SET details = '{"belowMetres": null, "enteredBy": "system", "enteredAt": 0, "endedAt": null}'::jsonb || details;
ALTER TABLE road_season FORCE ROW LEVEL SECURITY;
