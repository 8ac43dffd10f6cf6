-- Who is not to ride with whom: two riders, or a rider and a driver. Those who plan the day alone, and the system: the
-- telephone desk works in the role of the office, and must not see it either. A rider who goes takes theirs with them.

CREATE TABLE apart_pair (
  id text PRIMARY KEY,
  -- The rider on whose card it was written down.
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  municipality text NOT NULL,
  -- The other one: a rider, or a driver of a provider by name.
  other_person_id text REFERENCES person ON DELETE CASCADE,
  provider_id text REFERENCES provider,
  driver_name text,
  reason text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (num_nulls(provider_id, driver_name) = CASE WHEN other_person_id IS NULL THEN 0 ELSE 2 END)
);
CREATE INDEX apart_pair_person ON apart_pair (person_id);
CREATE INDEX apart_pair_other_person ON apart_pair (other_person_id) WHERE other_person_id IS NOT NULL;
-- The same two once, whichever was named first.
CREATE UNIQUE INDEX apart_pair_riders
  ON apart_pair (least(person_id, other_person_id), greatest(person_id, other_person_id))
  WHERE ended_at IS NULL AND other_person_id IS NOT NULL;
CREATE UNIQUE INDEX apart_pair_driver ON apart_pair (person_id, provider_id, driver_name)
  WHERE ended_at IS NULL AND driver_name IS NOT NULL;

-- The entry that an entry was merged into, however many steps away; itself where it was not.
CREATE FUNCTION kept_entry(entry text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE same (id, merged_into) AS (
    SELECT id, merged_into FROM person WHERE id = entry
    UNION SELECT p.id, p.merged_into FROM person p JOIN same ON p.id = same.merged_into
  )
  SELECT id FROM same WHERE merged_into IS NULL
$$;

GRANT SELECT, INSERT, UPDATE ON apart_pair TO ainori_office;
GRANT SELECT ON apart_pair TO ainori_app;
ALTER TABLE apart_pair ENABLE ROW LEVEL SECURITY;
ALTER TABLE apart_pair FORCE ROW LEVEL SECURITY;
CREATE POLICY apart_pair_planners ON apart_pair TO ainori_office USING (plans_roads());
