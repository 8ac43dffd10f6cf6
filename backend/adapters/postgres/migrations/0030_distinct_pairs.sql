-- Two entries that look like one person and are two: said once, not asked about again. A rider who goes takes theirs with
-- them.

CREATE TABLE distinct_pair (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  other_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  municipality text NOT NULL,
  noted_by text NOT NULL,
  noted_at timestamptz NOT NULL,
  undone_at timestamptz
);
CREATE UNIQUE INDEX distinct_pair_standing ON distinct_pair (least(person_id, other_id), greatest(person_id, other_id))
  WHERE undone_at IS NULL;
CREATE INDEX distinct_pair_person ON distinct_pair (person_id);
CREATE INDEX distinct_pair_other ON distinct_pair (other_id);

GRANT SELECT, INSERT, UPDATE ON distinct_pair TO ainori_office;
GRANT SELECT ON distinct_pair TO ainori_app;
ALTER TABLE distinct_pair ENABLE ROW LEVEL SECURITY;
ALTER TABLE distinct_pair FORCE ROW LEVEL SECURITY;
CREATE POLICY distinct_pair_office ON distinct_pair TO ainori_office USING (true);
CREATE POLICY distinct_pair_municipality ON distinct_pair FOR SELECT TO ainori_app
  USING (municipality = ANY ((SELECT scope_municipalities())::text[]));

-- Queues are told apart by their rows' transactions, not by moments, and every call that is taken or put down changes
-- the moment: nothing reads these indexes, and every write had to keep them.
DROP INDEX call_back_changed;
DROP INDEX waitlist_entry_changed;
