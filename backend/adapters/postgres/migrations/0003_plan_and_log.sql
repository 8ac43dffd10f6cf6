-- The plan of a service day, what the street reports, and the append-only log.

CREATE TABLE service_day (
  day date PRIMARY KEY,
  version integer NOT NULL
);

CREATE TABLE shift_schedule (
  shift_id text PRIMARY KEY REFERENCES shift,
  day date NOT NULL,
  version integer NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX shift_schedule_day ON shift_schedule (day);

CREATE TABLE vehicle_position (
  shift_id text PRIMARY KEY REFERENCES shift,
  day date NOT NULL,
  location geometry(Point, 4326) NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX vehicle_position_day ON vehicle_position (day);

-- Which log this is. A restored copy of the database begins a new era: its transaction ids may start lower.
CREATE TABLE event_log (
  era integer NOT NULL,
  database_oid oid NOT NULL
);
INSERT INTO event_log SELECT 1, oid FROM pg_database WHERE datname = current_database();

CREATE TABLE event (
  era integer NOT NULL,
  -- The transaction that appended it: a reader waits until every older transaction has ended.
  xid xid8 NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  occurred_at timestamptz NOT NULL,
  day date NOT NULL,
  ride_id text,
  shift_id text,
  municipality text,
  person_id text,
  clinic_ids text[] NOT NULL,
  actor text NOT NULL,
  type text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (era, xid, position)
);
CREATE INDEX event_ride ON event (ride_id) WHERE ride_id IS NOT NULL;
CREATE INDEX event_day ON event (day);

CREATE TABLE stored_answer (
  account_id text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status integer NOT NULL,
  body text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (account_id, key)
);
CREATE INDEX stored_answer_at ON stored_answer (at);

CREATE TABLE driver_command (
  id text PRIMARY KEY,
  shift_id text NOT NULL,
  result text NOT NULL,
  at timestamptz NOT NULL
);
