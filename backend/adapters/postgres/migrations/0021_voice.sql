-- Calls of the voice line, so that any process can go on with one. Forgotten a day after their last word.

CREATE TABLE voice_session (
  -- The telephone system's own id, the same as in phone_call.
  call_id text PRIMARY KEY,
  revision integer NOT NULL,
  line text NOT NULL,
  -- Digits; null when withheld.
  number text,
  -- Who it is and where they live, once checked.
  person_id text,
  municipality text,
  -- The last turn that was answered, what was heard in it (never a PIN or a year of birth), and what was answered.
  turn integer NOT NULL,
  heard text,
  state jsonb NOT NULL,
  answer jsonb,
  -- A process is at the next turn until then.
  claimed_until timestamptz,
  began_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE INDEX voice_session_changed_at ON voice_session (changed_at);

-- What was said on the telephone is the phone desk's alone, as calls are.
GRANT SELECT, INSERT, UPDATE, DELETE ON voice_session TO ainori_office;
GRANT SELECT ON voice_session TO ainori_app;
ALTER TABLE voice_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE voice_session FORCE ROW LEVEL SECURITY;
CREATE POLICY voice_session_office ON voice_session TO ainori_office USING (true);
