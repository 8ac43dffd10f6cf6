-- Who can sign in. Secrets and tokens are kept as hashes only.

CREATE TABLE account (
  id text PRIMARY KEY,
  login text NOT NULL UNIQUE,
  display_name text NOT NULL,
  role text NOT NULL,
  municipalities text[] NOT NULL,
  provider_id text,
  clinic_id text,
  person_id text,
  vehicle_id text,
  is_trial boolean NOT NULL,
  secret_hash text NOT NULL
);

CREATE TABLE session (
  token_hash text PRIMARY KEY,
  account_id text NOT NULL REFERENCES account ON DELETE CASCADE,
  municipalities text[] NOT NULL,
  person_id text,
  clinic_id text,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires_at ON session (expires_at);

CREATE TABLE sign_in_failure (
  login text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_login ON sign_in_failure (login, at);
