-- Riders: further numbers, consent, versions; calls that came in, and which desk telephone belongs to whom.

ALTER TABLE person
  ADD COLUMN house_kana text,
  ADD COLUMN other_phones text[] NOT NULL DEFAULT '{}',
  ADD COLUMN consent_on date,
  ADD COLUMN revision integer NOT NULL DEFAULT 1,
  -- With which form of search keys the row was written; older ones are written anew at start.
  ADD COLUMN keys_version integer NOT NULL DEFAULT 1,
  -- The rider this one was found to be the same as: it is found under that id then, and by no search.
  ADD COLUMN merged_into text REFERENCES person;
CREATE INDEX person_merged_into ON person (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX person_keys_version ON person (keys_version);

CREATE TABLE phone_call (
  -- The telephone system's own id.
  id text PRIMARY KEY,
  revision integer NOT NULL,
  state text NOT NULL,
  -- Digits; null when withheld.
  number text,
  line text NOT NULL,
  station text,
  account_id text,
  rang_at timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  person_id text,
  caller_kind text,
  closed_at timestamptz,
  changed_at timestamptz NOT NULL
);
CREATE INDEX phone_call_changed_at ON phone_call (changed_at);

CREATE TABLE desk_station (
  station text PRIMARY KEY,
  account_id text NOT NULL,
  claimed_at timestamptz NOT NULL
);

-- Nobody is known to have called before they said so: calls are the phone desk's alone.
GRANT SELECT, INSERT, UPDATE ON phone_call TO ainori_office;
GRANT SELECT, INSERT, UPDATE, DELETE ON desk_station TO ainori_office;
GRANT SELECT ON phone_call, desk_station TO ainori_app;
ALTER TABLE phone_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE phone_call FORCE ROW LEVEL SECURITY;
CREATE POLICY phone_call_office ON phone_call TO ainori_office USING (true);
ALTER TABLE desk_station ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_station FORCE ROW LEVEL SECURITY;
CREATE POLICY desk_station_office ON desk_station TO ainori_office USING (true);

-- Candidates of a search for those who see a part of the riders only. The index may not serve their own statements: its
-- operator could tell of rows that the policies hide. Here it is the office that looks, at the rows of the asker's scope;
-- what comes back are ids, and the rows behind them stay under the policies.
CREATE FUNCTION own_people_with(grams text[], most integer) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM person
  WHERE search_grams @> grams
    AND (municipality = ANY (scope_municipalities()) OR clinic_id = scope_clinic() OR id = scope_person())
  LIMIT most
$$;
GRANT CREATE ON SCHEMA public TO ainori_office;
ALTER FUNCTION own_people_with(text[], integer) OWNER TO ainori_office;
REVOKE CREATE ON SCHEMA public FROM ainori_office;
REVOKE ALL ON FUNCTION own_people_with(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_people_with(text[], integer) TO ainori_office, ainori_app;
