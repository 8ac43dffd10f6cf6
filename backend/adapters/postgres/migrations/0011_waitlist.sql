-- Refused requests that wait for a place.

CREATE TABLE waitlist_entry (
  id text PRIMARY KEY,
  revision integer NOT NULL,
  person_id text NOT NULL REFERENCES person,
  municipality text NOT NULL,
  clinic_ids text[] NOT NULL,
  -- A refused request waits once.
  denied_ride_id text NOT NULL UNIQUE REFERENCES ride,
  day date NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  ride_id text REFERENCES ride,
  held_until timestamptz,
  tries integer NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  input jsonb NOT NULL
);
CREATE INDEX waitlist_entry_open ON waitlist_entry (created_at) WHERE state IN ('waiting', 'held');
CREATE INDEX waitlist_entry_day ON waitlist_entry (day);
CREATE INDEX waitlist_entry_changed ON waitlist_entry (changed_at);

GRANT SELECT, INSERT, UPDATE ON waitlist_entry TO ainori_office, ainori_app;

ALTER TABLE waitlist_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE waitlist_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY waitlist_entry_office ON waitlist_entry TO ainori_office USING (true);
CREATE POLICY waitlist_entry_municipality ON waitlist_entry TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY waitlist_entry_clinic ON waitlist_entry TO ainori_app USING ((SELECT scope_clinic()) = ANY (clinic_ids));
CREATE POLICY waitlist_entry_rider ON waitlist_entry TO ainori_app USING (person_id = (SELECT scope_person()));
