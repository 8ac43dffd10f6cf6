-- Calls we owe, whose hand is on which household's telephone, how riders wish to be told, and automatic notices.

CREATE TABLE call_back (
  id text PRIMARY KEY,
  revision integer NOT NULL,
  person_id text NOT NULL REFERENCES person,
  household_id text NOT NULL,
  municipality text NOT NULL,
  reason text NOT NULL,
  subject text NOT NULL,
  ride_id text,
  state text NOT NULL,
  due_at timestamptz NOT NULL,
  useful_until timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- Day, rejection, best hours, attempts.
  details jsonb NOT NULL
);
CREATE INDEX call_back_subject ON call_back (reason, subject);
-- One open call for each subject and reason.
CREATE UNIQUE INDEX call_back_open ON call_back (subject, reason) WHERE state = 'open';
CREATE INDEX call_back_ride ON call_back (ride_id) WHERE ride_id IS NOT NULL;
CREATE INDEX call_back_changed ON call_back (changed_at);

-- One row a household: two operators cannot ring the same telephone.
CREATE TABLE call_claim (
  household_id text PRIMARY KEY,
  account_id text NOT NULL,
  display_name text NOT NULL,
  until timestamptz NOT NULL
);

CREATE TABLE contact_wish (
  person_id text PRIMARY KEY REFERENCES person,
  municipality text NOT NULL,
  evening_call boolean NOT NULL,
  best_hours jsonb,
  sms boolean NOT NULL,
  voice boolean NOT NULL,
  email text
);

CREATE TABLE notice (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person,
  municipality text NOT NULL,
  ride_id text NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  created_at timestamptz NOT NULL,
  send_at timestamptz NOT NULL,
  settled_at timestamptz,
  failure text,
  claim text,
  claimed_until timestamptz,
  -- Address and text.
  details jsonb NOT NULL
);
CREATE INDEX notice_person ON notice (person_id);
CREATE INDEX notice_waiting ON notice (send_at) WHERE state = 'waiting';

GRANT SELECT, INSERT, UPDATE ON call_back, contact_wish, notice TO ainori_office, ainori_app;
GRANT SELECT ON call_claim TO ainori_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON call_claim TO ainori_office;

ALTER TABLE call_back ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_back FORCE ROW LEVEL SECURITY;
CREATE POLICY call_back_office ON call_back TO ainori_office USING (true);
CREATE POLICY call_back_municipality ON call_back TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
ALTER TABLE call_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE call_claim FORCE ROW LEVEL SECURITY;
CREATE POLICY call_claim_office ON call_claim TO ainori_office USING (true);

ALTER TABLE contact_wish ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_wish FORCE ROW LEVEL SECURITY;
CREATE POLICY contact_wish_office ON contact_wish TO ainori_office USING (true);
CREATE POLICY contact_wish_municipality ON contact_wish TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY contact_wish_rider ON contact_wish TO ainori_app USING (person_id = (SELECT scope_person()));

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_office ON notice TO ainori_office USING (true);
CREATE POLICY notice_municipality ON notice TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY notice_rider ON notice TO ainori_app USING (person_id = (SELECT scope_person()));
