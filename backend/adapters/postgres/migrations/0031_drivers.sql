-- The telephone of each driver, for the office that has to ring one who reports nothing. Shifts name their drivers and are
-- read by everybody who sees a board; a private number is not, so it has a table of its own.

CREATE TABLE driver (
  provider_id text NOT NULL REFERENCES provider,
  name text NOT NULL,
  phone text NOT NULL,
  PRIMARY KEY (provider_id, name)
);

GRANT SELECT, INSERT, UPDATE ON driver TO ainori_office;
GRANT SELECT ON driver TO ainori_app;
ALTER TABLE driver ENABLE ROW LEVEL SECURITY;
ALTER TABLE driver FORCE ROW LEVEL SECURITY;
CREATE POLICY driver_office ON driver TO ainori_office USING (true);
