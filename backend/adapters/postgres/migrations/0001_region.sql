-- The region: what everybody may read and only an import changes.

CREATE TABLE municipality (
  code text PRIMARY KEY,
  name text NOT NULL,
  kana text NOT NULL,
  name_en text NOT NULL,
  population integer NOT NULL,
  over65 integer NOT NULL,
  area_km2 double precision NOT NULL,
  outline geometry(MultiPolygon, 4326) NOT NULL CHECK (ST_IsValid(outline))
);
CREATE INDEX municipality_outline ON municipality USING gist (outline);

CREATE TABLE place (
  id text PRIMARY KEY,
  name text NOT NULL,
  kana text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  municipality text NOT NULL,
  location geometry(Point, 4326) NOT NULL,
  aliases text[] NOT NULL,
  -- Normalised name, kana and aliases; each begins and ends with a line feed.
  search_terms text COLLATE "C" NOT NULL
);

CREATE TABLE boarding_point (
  id text PRIMARY KEY,
  name text NOT NULL,
  kana text NOT NULL,
  municipality text NOT NULL,
  location geometry(Point, 4326) NOT NULL,
  place_id text,
  is_wheelchair_reachable boolean NOT NULL
);
CREATE INDEX boarding_point_location ON boarding_point USING gist (location);

CREATE TABLE provider (
  id text PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL,
  category text NOT NULL,
  phone text NOT NULL
);

CREATE TABLE depot (
  id text PRIMARY KEY,
  name text NOT NULL,
  municipality text NOT NULL,
  location geometry(Point, 4326) NOT NULL
);

CREATE TABLE vehicle (
  id text PRIMARY KEY,
  name text NOT NULL,
  provider_id text NOT NULL REFERENCES provider,
  depot_id text NOT NULL REFERENCES depot,
  configurations jsonb NOT NULL,
  skills text[] NOT NULL,
  cost_per_hour_yen double precision NOT NULL,
  cost_per_kilometre_yen double precision NOT NULL
);

CREATE TABLE shift_template (
  vehicle_id text NOT NULL REFERENCES vehicle,
  valid_from date NOT NULL,
  start_second integer NOT NULL,
  valid_to date,
  end_second integer NOT NULL,
  weekdays jsonb NOT NULL,
  breaks jsonb NOT NULL,
  driver_name text NOT NULL,
  PRIMARY KEY (vehicle_id, valid_from, start_second, weekdays)
);

CREATE TABLE shift (
  id text PRIMARY KEY,
  day date NOT NULL,
  vehicle_id text NOT NULL REFERENCES vehicle,
  provider_id text NOT NULL REFERENCES provider,
  depot_id text NOT NULL REFERENCES depot,
  driver_name text NOT NULL,
  start_second integer NOT NULL,
  end_second integer NOT NULL,
  breaks jsonb NOT NULL
);
CREATE INDEX shift_day ON shift (day);
CREATE INDEX shift_vehicle ON shift (vehicle_id, day);

CREATE TABLE service (
  id text PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL,
  provider_ids text[] NOT NULL,
  phone text NOT NULL,
  -- All versions of the rules, each with the days it is valid for.
  rules jsonb NOT NULL
);
