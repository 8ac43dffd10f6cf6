-- Standing orders, what became of each leg of each of their dates, and which nightly jobs are done.

CREATE TABLE standing_order (
  id text PRIMARY KEY,
  revision integer NOT NULL,
  person_id text NOT NULL REFERENCES person,
  municipality text NOT NULL,
  clinic_ids text[] NOT NULL,
  state text NOT NULL,
  start_day date NOT NULL,
  end_day date,
  changed_at timestamptz NOT NULL,
  -- Places, times, weekdays, pauses, exceptions, party.
  details jsonb NOT NULL
);
CREATE INDEX standing_order_person ON standing_order (person_id);
CREATE INDEX standing_order_active ON standing_order (id) WHERE state = 'active';

CREATE TABLE standing_entry (
  order_id text NOT NULL REFERENCES standing_order,
  -- The date the series names; `day` is another one where a holiday moved it.
  series_day date NOT NULL,
  leg text NOT NULL,
  day date NOT NULL,
  state text NOT NULL,
  ride_id text,
  reason text,
  order_revision integer NOT NULL,
  claim text NOT NULL,
  claimed_until timestamptz NOT NULL,
  person_id text NOT NULL,
  municipality text NOT NULL,
  clinic_ids text[] NOT NULL,
  input jsonb NOT NULL,
  -- Each ride of each date once, whoever makes it.
  PRIMARY KEY (order_id, series_day, leg)
);
CREATE INDEX standing_entry_day ON standing_entry (day);
CREATE UNIQUE INDEX standing_entry_ride ON standing_entry (ride_id) WHERE ride_id IS NOT NULL;

CREATE TABLE job_run (
  job text NOT NULL,
  day date NOT NULL,
  done_at timestamptz NOT NULL,
  PRIMARY KEY (job, day)
);

GRANT SELECT, INSERT, UPDATE ON standing_order, standing_entry TO ainori_office, ainori_app;
GRANT SELECT, INSERT ON job_run TO ainori_office;

ALTER TABLE standing_order ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing_order FORCE ROW LEVEL SECURITY;
CREATE POLICY standing_order_office ON standing_order TO ainori_office USING (true);
CREATE POLICY standing_order_municipality ON standing_order TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY standing_order_clinic ON standing_order TO ainori_app USING ((SELECT scope_clinic()) = ANY (clinic_ids));
CREATE POLICY standing_order_rider ON standing_order TO ainori_app USING (person_id = (SELECT scope_person()));

ALTER TABLE standing_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY standing_entry_office ON standing_entry TO ainori_office USING (true);
CREATE POLICY standing_entry_municipality ON standing_entry TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY standing_entry_clinic ON standing_entry TO ainori_app USING ((SELECT scope_clinic()) = ANY (clinic_ids));
CREATE POLICY standing_entry_rider ON standing_entry TO ainori_app USING (person_id = (SELECT scope_person()));
