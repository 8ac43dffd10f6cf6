-- Imports of riders, which can be taken back, and riders found to be the same person.

CREATE TABLE rider_import (
  id text PRIMARY KEY,
  file_name text NOT NULL,
  imported_by text NOT NULL,
  imported_at timestamptz NOT NULL,
  -- Whom it added; ids only.
  person_ids text[] NOT NULL,
  rolled_back_at timestamptz
);

CREATE TABLE person_merge (
  id text PRIMARY KEY,
  kept_id text NOT NULL REFERENCES person,
  gone_id text NOT NULL REFERENCES person,
  municipality text NOT NULL,
  merged_by text NOT NULL,
  merged_at timestamptz NOT NULL,
  undone_at timestamptz,
  -- The kept rider as they were before, their revision after, and what moved to them.
  details jsonb NOT NULL
);
CREATE INDEX person_merge_merged_at ON person_merge (merged_at);

GRANT SELECT, INSERT, UPDATE ON rider_import, person_merge TO ainori_office;
GRANT SELECT ON rider_import, person_merge TO ainori_app;
GRANT DELETE ON person TO ainori_office;
ALTER TABLE rider_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE rider_import FORCE ROW LEVEL SECURITY;
CREATE POLICY rider_import_office ON rider_import TO ainori_office USING (true);
ALTER TABLE person_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY person_merge_office ON person_merge TO ainori_office USING (true);

-- A ride that was being booked for somebody while they were merged goes with them. The share lock waits for a merge under
-- way, and a merge waits for it.
CREATE FUNCTION ride_follows_merge() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE kept text;
BEGIN
  LOOP
    SELECT merged_into INTO kept FROM person WHERE id = NEW.person_id FOR SHARE;
    EXIT WHEN kept IS NULL;
    NEW.person_id := kept;
  END LOOP;
  RETURN NEW;
END $$;
GRANT CREATE ON SCHEMA public TO ainori_office;
ALTER FUNCTION ride_follows_merge() OWNER TO ainori_office;
REVOKE CREATE ON SCHEMA public FROM ainori_office;
CREATE TRIGGER ride_follows_merge BEFORE INSERT ON ride FOR EACH ROW EXECUTE FUNCTION ride_follows_merge();
