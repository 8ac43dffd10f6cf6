-- What is closed and how much snow slows traffic. Facts of the region, not of people: everybody may read them; who
-- plans the day may write.

CREATE TABLE road_closure (
  id text PRIMARY KEY,
  name text NOT NULL,
  stretch jsonb NOT NULL,
  times jsonb NOT NULL,
  reason text NOT NULL,
  entered_by text NOT NULL,
  entered_at timestamptz NOT NULL,
  reopened_at timestamptz,
  -- The closed parts of roads: no driven line may run over them while it holds.
  lines geometry(MultiLineString, 4326) NOT NULL CHECK (NOT ST_IsEmpty(lines))
);
CREATE INDEX road_closure_lines ON road_closure USING gist (lines);

CREATE TABLE road_season (
  id text PRIMARY KEY,
  details jsonb NOT NULL
);

CREATE FUNCTION plans_roads() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('ainori.role', true) IN ('system', 'dispatcher', 'administrator'), false)
$$;

GRANT SELECT ON road_closure, road_season TO ainori_office, ainori_app;
GRANT INSERT, UPDATE ON road_closure, road_season TO ainori_office;

ALTER TABLE road_closure ENABLE ROW LEVEL SECURITY;
ALTER TABLE road_closure FORCE ROW LEVEL SECURITY;
CREATE POLICY road_closure_read ON road_closure FOR SELECT TO ainori_office, ainori_app USING (true);
CREATE POLICY road_closure_insert ON road_closure FOR INSERT TO ainori_office WITH CHECK (plans_roads());
CREATE POLICY road_closure_update ON road_closure FOR UPDATE TO ainori_office USING (plans_roads());
ALTER TABLE road_season ENABLE ROW LEVEL SECURITY;
ALTER TABLE road_season FORCE ROW LEVEL SECURITY;
CREATE POLICY road_season_read ON road_season FOR SELECT TO ainori_office, ainori_app USING (true);
CREATE POLICY road_season_insert ON road_season FOR INSERT TO ainori_office WITH CHECK (plans_roads());
CREATE POLICY road_season_update ON road_season FOR UPDATE TO ainori_office USING (plans_roads());
