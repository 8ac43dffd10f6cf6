-- Who may act for a rider, and what the desk asks somebody who may not.

CREATE TABLE proxy_grant (
  id text PRIMARY KEY,
  -- The rider on whose card it was written down.
  person_id text NOT NULL REFERENCES person,
  municipality text NOT NULL,
  account_id text,
  scope_kind text NOT NULL,
  -- Each filled for its own kind of scope only.
  person_ids text[] NOT NULL,
  clinic_id text,
  municipalities text[] NOT NULL,
  ended_at timestamptz,
  recorded_at timestamptz NOT NULL,
  -- Name, kind, telephone, acts, consent, days.
  details jsonb NOT NULL
);
CREATE INDEX proxy_grant_people ON proxy_grant USING gin (person_ids);
CREATE INDEX proxy_grant_clinic ON proxy_grant (clinic_id) WHERE clinic_id IS NOT NULL;
CREATE INDEX proxy_grant_residents ON proxy_grant USING gin (municipalities);
CREATE INDEX proxy_grant_account ON proxy_grant (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE rider_pin (
  person_id text PRIMARY KEY REFERENCES person,
  municipality text NOT NULL,
  hash text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL
);

-- Riders without a PIN are asked for their year of birth: those answers are counted, too.
CREATE TABLE caller_attempt (
  person_id text PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  municipality text NOT NULL,
  attempts integer NOT NULL,
  first_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON proxy_grant TO ainori_office;
GRANT SELECT, INSERT, UPDATE, DELETE ON rider_pin, caller_attempt TO ainori_office;
GRANT SELECT ON proxy_grant, rider_pin, caller_attempt TO ainori_app;

ALTER TABLE proxy_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE proxy_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY proxy_grant_office ON proxy_grant TO ainori_office USING (true);
CREATE POLICY proxy_grant_municipality ON proxy_grant FOR SELECT TO ainori_app
  USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY proxy_grant_clinic ON proxy_grant FOR SELECT TO ainori_app
  USING (clinic_id = (SELECT scope_clinic()));
CREATE POLICY proxy_grant_rider ON proxy_grant FOR SELECT TO ainori_app
  USING ((SELECT scope_person()) = ANY (person_ids));
CREATE POLICY proxy_grant_own ON proxy_grant FOR SELECT TO ainori_app
  USING (account_id = current_setting('ainori.account', true));

ALTER TABLE rider_pin ENABLE ROW LEVEL SECURITY;
ALTER TABLE rider_pin FORCE ROW LEVEL SECURITY;
CREATE POLICY rider_pin_office ON rider_pin TO ainori_office USING (true);
ALTER TABLE caller_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE caller_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY caller_attempt_office ON caller_attempt TO ainori_office USING (true);
