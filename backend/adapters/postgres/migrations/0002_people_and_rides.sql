-- Personal rows: each carries its municipality, and person and clinic where they apply.

CREATE TABLE person (
  id text PRIMARY KEY,
  household_id text NOT NULL,
  family_name text NOT NULL,
  given_name text NOT NULL,
  family_kana text NOT NULL,
  given_kana text NOT NULL,
  birth_year integer NOT NULL,
  municipality text NOT NULL,
  hamlet text NOT NULL,
  house_name text,
  phone text NOT NULL,
  home geometry(Point, 4326) NOT NULL,
  needs text[] NOT NULL,
  note text,
  clinic_id text,
  -- Normalised names, kana, phone, hamlet and house name; each begins and ends with a line feed.
  search_terms text COLLATE "C" NOT NULL,
  -- The pieces of those terms by which a search finds its candidates.
  search_grams text[] NOT NULL
);
CREATE INDEX person_household ON person (household_id);
CREATE INDEX person_municipality ON person (municipality);
CREATE INDEX person_clinic ON person (clinic_id) WHERE clinic_id IS NOT NULL;
CREATE INDEX person_home ON person USING gist (home);
CREATE INDEX person_search_grams ON person USING gin (search_grams) WITH (fastupdate = off);

CREATE TABLE ride (
  id text PRIMARY KEY,
  revision integer NOT NULL,
  status text NOT NULL,
  end_reason text,
  person_id text NOT NULL REFERENCES person,
  municipality text NOT NULL,
  clinic_id text,
  -- Clinics that may see it: the one it is for and the rider's own.
  clinic_ids text[] NOT NULL,
  service_id text,
  provider_id text,
  channel text NOT NULL,
  day date NOT NULL,
  from_municipality text NOT NULL,
  to_municipality text NOT NULL,
  fare_yen double precision,
  shift_id text,
  requested_at timestamptz NOT NULL,
  booked_at timestamptz,
  -- The rest of the ride: places, party, requested, promised, scheduled and performed times.
  details jsonb NOT NULL
);
CREATE INDEX ride_day ON ride (day);
CREATE INDEX ride_person ON ride (person_id, day);
CREATE INDEX ride_shift ON ride (shift_id) WHERE shift_id IS NOT NULL;
CREATE INDEX ride_municipality ON ride (municipality, day);

CREATE TABLE offer (
  id text PRIMARY KEY,
  ride_id text NOT NULL REFERENCES ride,
  person_id text NOT NULL,
  municipality text NOT NULL,
  clinic_ids text[] NOT NULL,
  provider_id text NOT NULL,
  state text NOT NULL,
  expires_at timestamptz NOT NULL,
  details jsonb NOT NULL
);
CREATE INDEX offer_ride ON offer (ride_id);
