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

-- The transaction id up to which (exclusive) the log can be read without missing anything: nobody who is still at work in
-- this database has a lower one. Work in other databases of the server has ids of the same row but never appends here;
-- who works where is looked up only when there is something to wait for.
CREATE FUNCTION event_bound() RETURNS xid8 LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN NOT EXISTS (
      SELECT FROM event
      WHERE era = (SELECT l.era FROM event_log l) AND xid >= pg_snapshot_xmin(pg_current_snapshot()))
    THEN pg_snapshot_xmin(pg_current_snapshot())
    ELSE coalesce(
      (SELECT running FROM pg_snapshot_xip(pg_current_snapshot()) AS running
        WHERE NOT EXISTS (
          SELECT FROM pg_locks k JOIN pg_stat_activity a ON a.pid = k.pid
          WHERE k.locktype = 'transactionid' AND k.mode = 'ExclusiveLock' AND k.granted
            AND k.transactionid::text::bigint = running::text::bigint % 4294967296
            AND a.datid <> (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))
        ORDER BY running LIMIT 1),
      pg_snapshot_xmax(pg_current_snapshot()))
  END
$$;

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
