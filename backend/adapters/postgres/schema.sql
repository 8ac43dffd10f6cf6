CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

COMMENT ON EXTENSION postgis IS 'PostGIS geometry and geography spatial types and functions';

CREATE FUNCTION public.event_bound() RETURNS xid8
    LANGUAGE sql STABLE
    AS $$
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

CREATE TABLE public.proxy_grant (
    id text NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    account_id text,
    scope_kind text NOT NULL,
    person_ids text[] NOT NULL,
    clinic_id text,
    municipalities text[] NOT NULL,
    ended_at timestamp with time zone,
    recorded_at timestamp with time zone NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.proxy_grant FORCE ROW LEVEL SECURITY;

CREATE FUNCTION public.held_grants() RETURNS SETOF public.proxy_grant
    LANGUAGE sql STABLE
    AS $$
  SELECT * FROM proxy_grant
  WHERE current_setting('ainori.role', true) = 'proxy'
    AND account_id = nullif(current_setting('ainori.account', true), '')
    AND ended_at IS NULL
    AND (details ->> 'validFrom')::date <= nullif(current_setting('ainori.today', true), '')::date
    AND coalesce((details ->> 'validUntil')::date >= nullif(current_setting('ainori.today', true), '')::date,
      details ->> 'validUntil' IS NULL)
$$;

CREATE FUNCTION public.is_system() RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT coalesce(current_setting('ainori.role', true) = 'system', false)
$$;

CREATE FUNCTION public.kept_entry(entry text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  WITH RECURSIVE same (id, merged_into) AS (
    SELECT id, merged_into FROM person WHERE id = entry
    UNION SELECT p.id, p.merged_into FROM person p JOIN same ON p.id = same.merged_into
  )
  SELECT id FROM same WHERE merged_into IS NULL
$$;

CREATE FUNCTION public.people_having(grams text[], most integer) RETURNS SETOF text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
  RETURN QUERY EXECUTE people_statement(format('pieces @> %L::text[]', grams), most);
END $$;

CREATE FUNCTION public.people_in_scope() RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE current_setting('ainori.role', true)
    WHEN 'system' THEN 'true'
    WHEN 'operator' THEN 'true'
    WHEN 'dispatcher' THEN 'true'
    WHEN 'administrator' THEN 'true'
    WHEN 'municipality' THEN format('pieces && %L::text[]',
      ARRAY(SELECT '@' || code FROM unnest(scope_municipalities()) AS code))
    WHEN 'clinic' THEN format('pieces && %L::text[]', ARRAY['#' || scope_clinic()])
    WHEN 'rider' THEN format('id = %L', scope_person())
    WHEN 'proxy' THEN format('(id = ANY (%L::text[]) OR pieces && %L::text[])', ARRAY(SELECT proxied_people()),
      ARRAY(SELECT '@' || code FROM proxied_municipalities() AS code)
        || ARRAY(SELECT '#' || clinic FROM proxied_clinics() AS clinic))
    ELSE 'false' END
$$;

CREATE FUNCTION public.people_meant(ways jsonb, most integer) RETURNS SETOF text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    SET enable_seqscan TO 'off'
    AS $$
DECLARE
  way jsonb;
  condition text;
BEGIN
  FOR way IN SELECT value FROM jsonb_array_elements(ways) LOOP
    SELECT string_agg(format('pieces && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(word.value))), ' AND ')
      INTO condition FROM jsonb_array_elements(way) AS word;
    RETURN QUERY EXECUTE people_statement(condition, most);
  END LOOP;
END $$;

CREATE FUNCTION public.people_near(names text[], places jsonb, within_metres double precision, most integer) RETURNS TABLE(person_id text, place_id text, metres double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $_$
BEGIN
  -- A degree of latitude is 111 km; one of longitude is less, more than 60 km up to 57 degrees north. The box finds, the
  -- distance decides.
  RETURN QUERY EXECUTE format($statement$
    SELECT id, place, metres FROM (
      SELECT DISTINCT ON (rider.id) rider.id, spot.id AS place, ST_DistanceSphere(rider.home, spot.point) AS metres
      FROM (
        SELECT id, ST_SetSRID(ST_MakePoint(lon, lat), 4326) AS point
        FROM jsonb_to_recordset(%L::jsonb) AS place (id text, lon double precision, lat double precision)
      ) AS spot CROSS JOIN LATERAL (
        SELECT id, home FROM (
          SELECT id, home, search_grams || ARRAY['@' || municipality, '#' || clinic_id] AS pieces
          FROM person WHERE merged_into IS NULL) AS anybody
        WHERE home && ST_Expand(spot.point, %s, %s) AND pieces && %L::text[] AND %s
      ) AS rider
      ORDER BY rider.id, metres, spot.id
    ) AS nearest WHERE metres <= %s ORDER BY metres, id LIMIT %s
  $statement$, places, within_metres / 60000, within_metres / 110000, names, people_in_scope(), within_metres, most);
END $_$;

CREATE FUNCTION public.people_statement(condition text, most integer) RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT format(
    'SELECT id FROM (SELECT id, search_grams || ARRAY[''@'' || municipality, ''#'' || clinic_id] AS pieces FROM person) AS rider '
    'WHERE %s AND %s LIMIT %s', condition, people_in_scope(), most)
$$;

CREATE FUNCTION public.plans_roads() RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
  SELECT coalesce(current_setting('ainori.role', true) IN ('system', 'dispatcher', 'administrator'), false)
$$;

CREATE FUNCTION public.proxied_clinics() RETURNS SETOF text
    LANGUAGE sql STABLE
    AS $$
  SELECT clinic_id FROM held_grants() WHERE clinic_id IS NOT NULL
$$;

CREATE FUNCTION public.proxied_municipalities() RETURNS SETOF text
    LANGUAGE sql STABLE
    AS $$
  SELECT unnest(municipalities) FROM held_grants()
$$;

CREATE FUNCTION public.proxied_people() RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
  SELECT unnest(ARRAY[p.id, p.merged_into]) FROM held_grants() g, person p WHERE p.id = ANY (g.person_ids)
$$;

CREATE FUNCTION public.proxied_person() RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
  SELECT p.id FROM person p
  WHERE p.id = nullif(current_setting('ainori.person', true), '') AND EXISTS (
    SELECT FROM held_grants() g
    WHERE g.details -> 'acts' ? nullif(current_setting('ainori.act', true), '')
      AND (p.clinic_id = g.clinic_id OR p.municipality = ANY (g.municipalities)
        OR p.id IN (SELECT coalesce(o.merged_into, o.id) FROM person o WHERE o.id = ANY (g.person_ids))))
$$;

CREATE FUNCTION public.ride_follows_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public'
    AS $$
DECLARE kept text;
BEGIN
  LOOP
    SELECT merged_into INTO kept FROM person WHERE id = NEW.person_id FOR SHARE;
    EXIT WHEN kept IS NULL;
    NEW.person_id := kept;
  END LOOP;
  RETURN NEW;
END $$;

CREATE FUNCTION public.scope_clinic() RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'clinic'
    THEN nullif(current_setting('ainori.clinic', true), '') END
$$;

CREATE FUNCTION public.scope_municipalities() RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'municipality'
    THEN string_to_array(current_setting('ainori.municipalities', true), ',') END
$$;

CREATE FUNCTION public.scope_person() RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'rider'
    THEN nullif(current_setting('ainori.person', true), '') END
$$;

CREATE FUNCTION public.scope_shifts() RETURNS SETOF text
    LANGUAGE sql STABLE
    AS $$
  SELECT id FROM shift
  WHERE vehicle_id = scope_vehicle()
    AND day BETWEEN nullif(current_setting('ainori.first_day', true), '')::date
      AND nullif(current_setting('ainori.last_day', true), '')::date
$$;

CREATE FUNCTION public.scope_vehicle() RETURNS text
    LANGUAGE sql STABLE
    AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'driver'
    THEN nullif(current_setting('ainori.vehicle', true), '') END
$$;

CREATE TABLE public.account (
    id text NOT NULL,
    login text NOT NULL,
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

ALTER TABLE ONLY public.account FORCE ROW LEVEL SECURITY;

CREATE TABLE public.apart_pair (
    id text NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    other_person_id text,
    provider_id text,
    driver_name text,
    reason text NOT NULL,
    recorded_by text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT apart_pair_check CHECK ((num_nulls(provider_id, driver_name) =
CASE
    WHEN (other_person_id IS NULL) THEN 0
    ELSE 2
END))
);

ALTER TABLE ONLY public.apart_pair FORCE ROW LEVEL SECURITY;

CREATE TABLE public.boarding_point (
    id text NOT NULL,
    name text NOT NULL,
    kana text NOT NULL,
    municipality text NOT NULL,
    location public.geometry(Point,4326) NOT NULL,
    place_id text,
    is_wheelchair_reachable boolean NOT NULL
);

CREATE TABLE public.call_back (
    id text NOT NULL,
    revision integer NOT NULL,
    person_id text NOT NULL,
    household_id text NOT NULL,
    municipality text NOT NULL,
    reason text NOT NULL,
    subject text NOT NULL,
    ride_id text,
    state text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    useful_until timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.call_back FORCE ROW LEVEL SECURITY;

CREATE TABLE public.call_claim (
    household_id text NOT NULL,
    account_id text NOT NULL,
    display_name text NOT NULL,
    until timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.call_claim FORCE ROW LEVEL SECURITY;

CREATE TABLE public.caller_attempt (
    person_id text NOT NULL,
    municipality text NOT NULL,
    attempts integer NOT NULL,
    first_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.caller_attempt FORCE ROW LEVEL SECURITY;

CREATE TABLE public.contact_wish (
    person_id text NOT NULL,
    municipality text NOT NULL,
    evening_call boolean NOT NULL,
    best_hours jsonb,
    sms boolean NOT NULL,
    voice boolean NOT NULL,
    email text
);

ALTER TABLE ONLY public.contact_wish FORCE ROW LEVEL SECURITY;

CREATE TABLE public.depot (
    id text NOT NULL,
    name text NOT NULL,
    municipality text NOT NULL,
    location public.geometry(Point,4326) NOT NULL
);

CREATE TABLE public.desk_station (
    station text NOT NULL,
    account_id text NOT NULL,
    claimed_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.desk_station FORCE ROW LEVEL SECURITY;

CREATE TABLE public.distinct_pair (
    id text NOT NULL,
    person_id text NOT NULL,
    other_id text NOT NULL,
    municipality text NOT NULL,
    noted_by text NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone
);

ALTER TABLE ONLY public.distinct_pair FORCE ROW LEVEL SECURITY;

CREATE TABLE public.driver (
    provider_id text NOT NULL,
    name text NOT NULL,
    phone text NOT NULL
);

ALTER TABLE ONLY public.driver FORCE ROW LEVEL SECURITY;

CREATE TABLE public.driver_command (
    id text NOT NULL,
    shift_id text NOT NULL,
    result text NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.driver_command FORCE ROW LEVEL SECURITY;

CREATE TABLE public.event (
    era integer NOT NULL,
    xid xid8 NOT NULL,
    "position" bigint NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    day date NOT NULL,
    ride_id text,
    shift_id text,
    municipality text,
    person_id text,
    clinic_ids text[] NOT NULL,
    actor text NOT NULL,
    type text NOT NULL,
    body jsonb NOT NULL
);

ALTER TABLE ONLY public.event FORCE ROW LEVEL SECURITY;

CREATE TABLE public.event_log (
    era integer NOT NULL,
    database_oid oid NOT NULL
);

ALTER TABLE public.event ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.event_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.job_run (
    job text NOT NULL,
    day date NOT NULL,
    done_at timestamp with time zone NOT NULL
);

CREATE TABLE public.migration (
    name text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.municipality (
    code text NOT NULL,
    name text NOT NULL,
    kana text NOT NULL,
    name_en text NOT NULL,
    population integer NOT NULL,
    over65 integer NOT NULL,
    area_km2 double precision NOT NULL,
    outline public.geometry(MultiPolygon,4326) NOT NULL,
    CONSTRAINT municipality_outline_check CHECK (public.st_isvalid(outline))
);

CREATE TABLE public.notice (
    id text NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    ride_id text NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    send_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    failure text,
    claim text,
    claimed_until timestamp with time zone,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.notice FORCE ROW LEVEL SECURITY;

CREATE TABLE public.offer (
    id text NOT NULL,
    ride_id text NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    clinic_ids text[] NOT NULL,
    provider_id text NOT NULL,
    state text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.offer FORCE ROW LEVEL SECURITY;

CREATE TABLE public.person (
    id text NOT NULL,
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
    home public.geometry(Point,4326) NOT NULL,
    needs text[] NOT NULL,
    note text,
    clinic_id text,
    search_terms text NOT NULL COLLATE pg_catalog."C",
    search_grams text[] NOT NULL,
    care_level text,
    certificates text[] DEFAULT '{}'::text[] NOT NULL,
    house_kana text,
    other_phones text[] DEFAULT '{}'::text[] NOT NULL,
    consent_on date,
    revision integer DEFAULT 1 NOT NULL,
    keys_version integer DEFAULT 1 NOT NULL,
    merged_into text
);

ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;

CREATE TABLE public.person_merge (
    id text NOT NULL,
    kept_id text NOT NULL,
    gone_id text NOT NULL,
    municipality text NOT NULL,
    merged_by text NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.person_merge FORCE ROW LEVEL SECURITY;

CREATE TABLE public.phone_call (
    id text NOT NULL,
    revision integer NOT NULL,
    state text NOT NULL,
    number text,
    line text NOT NULL,
    station text,
    account_id text,
    rang_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    confirmed_by text,
    person_id text,
    caller_kind text,
    closed_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.phone_call FORCE ROW LEVEL SECURITY;

CREATE TABLE public.place (
    id text NOT NULL,
    name text NOT NULL,
    kana text NOT NULL,
    name_en text NOT NULL,
    kind text NOT NULL,
    municipality text NOT NULL,
    location public.geometry(Point,4326) NOT NULL,
    aliases text[] NOT NULL,
    search_terms text NOT NULL COLLATE pg_catalog."C",
    search_grams text[] DEFAULT '{}'::text[] NOT NULL,
    keys_version integer DEFAULT 1 NOT NULL
);

CREATE TABLE public.provider (
    id text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    category text NOT NULL,
    phone text NOT NULL
);

CREATE TABLE public.proxy_invitation (
    id text NOT NULL,
    grant_id text NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    selector text NOT NULL,
    hash text NOT NULL,
    made_by text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    ended_at timestamp with time zone,
    account_id text
);

ALTER TABLE ONLY public.proxy_invitation FORCE ROW LEVEL SECURITY;

CREATE TABLE public.ride (
    id text NOT NULL,
    revision integer NOT NULL,
    status text NOT NULL,
    end_reason text,
    person_id text NOT NULL,
    municipality text NOT NULL,
    clinic_id text,
    clinic_ids text[] NOT NULL,
    service_id text,
    provider_id text,
    channel text NOT NULL,
    day date NOT NULL,
    from_municipality text NOT NULL,
    to_municipality text NOT NULL,
    fare_yen double precision,
    shift_id text,
    requested_at timestamp with time zone NOT NULL,
    booked_at timestamp with time zone,
    details jsonb NOT NULL,
    return_of text,
    group_id text
);

ALTER TABLE ONLY public.ride FORCE ROW LEVEL SECURITY;

CREATE TABLE public.rider_import (
    id text NOT NULL,
    file_name text NOT NULL,
    imported_by text NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    person_ids text[] NOT NULL,
    rolled_back_at timestamp with time zone
);

ALTER TABLE ONLY public.rider_import FORCE ROW LEVEL SECURITY;

CREATE TABLE public.rider_pin (
    person_id text NOT NULL,
    municipality text NOT NULL,
    hash text NOT NULL,
    set_by text NOT NULL,
    set_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.rider_pin FORCE ROW LEVEL SECURITY;

CREATE TABLE public.road_closure (
    id text NOT NULL,
    name text NOT NULL,
    stretch jsonb NOT NULL,
    times jsonb NOT NULL,
    reason text NOT NULL,
    entered_by text NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    reopened_at timestamp with time zone,
    lines public.geometry(MultiLineString,4326) NOT NULL,
    CONSTRAINT road_closure_lines_check CHECK ((NOT public.st_isempty(lines)))
);

ALTER TABLE ONLY public.road_closure FORCE ROW LEVEL SECURITY;

CREATE TABLE public.road_leg (
    id text NOT NULL,
    day date NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.road_leg FORCE ROW LEVEL SECURITY;

CREATE TABLE public.road_season (
    id text NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.road_season FORCE ROW LEVEL SECURITY;

CREATE TABLE public.road_suggestion (
    id text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.road_suggestion FORCE ROW LEVEL SECURITY;

CREATE TABLE public.service (
    id text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    provider_ids text[] NOT NULL,
    phone text NOT NULL,
    rules jsonb NOT NULL
);

CREATE TABLE public.service_day (
    day date NOT NULL,
    version integer NOT NULL
);

CREATE TABLE public.session (
    token_hash text NOT NULL,
    account_id text NOT NULL,
    municipalities text[] NOT NULL,
    person_id text,
    clinic_id text,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.session FORCE ROW LEVEL SECURITY;

CREATE TABLE public.shift (
    id text NOT NULL,
    day date NOT NULL,
    vehicle_id text NOT NULL,
    provider_id text NOT NULL,
    depot_id text NOT NULL,
    driver_name text NOT NULL,
    start_second integer NOT NULL,
    end_second integer NOT NULL,
    breaks jsonb NOT NULL
);

CREATE TABLE public.shift_schedule (
    shift_id text NOT NULL,
    day date NOT NULL,
    version integer NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.shift_schedule FORCE ROW LEVEL SECURITY;

CREATE TABLE public.shift_template (
    vehicle_id text NOT NULL,
    valid_from date NOT NULL,
    start_second integer NOT NULL,
    valid_to date,
    end_second integer NOT NULL,
    weekdays jsonb NOT NULL,
    breaks jsonb NOT NULL,
    driver_name text NOT NULL
);

CREATE TABLE public.sign_in_failure (
    login text NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.sign_in_failure FORCE ROW LEVEL SECURITY;

CREATE TABLE public.standing_entry (
    order_id text NOT NULL,
    series_day date NOT NULL,
    leg text NOT NULL,
    day date NOT NULL,
    state text NOT NULL,
    ride_id text,
    reason text,
    order_revision integer NOT NULL,
    claim text NOT NULL,
    claimed_until timestamp with time zone NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    clinic_ids text[] NOT NULL,
    input jsonb NOT NULL
);

ALTER TABLE ONLY public.standing_entry FORCE ROW LEVEL SECURITY;

CREATE TABLE public.standing_order (
    id text NOT NULL,
    revision integer NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    clinic_ids text[] NOT NULL,
    state text NOT NULL,
    start_day date NOT NULL,
    end_day date,
    changed_at timestamp with time zone NOT NULL,
    details jsonb NOT NULL
);

ALTER TABLE ONLY public.standing_order FORCE ROW LEVEL SECURITY;

CREATE TABLE public.stored_answer (
    account_id text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    status integer NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.stored_answer FORCE ROW LEVEL SECURITY;

CREATE TABLE public.vehicle (
    id text NOT NULL,
    name text NOT NULL,
    provider_id text NOT NULL,
    depot_id text NOT NULL,
    configurations jsonb NOT NULL,
    skills text[] NOT NULL,
    cost_per_hour_yen double precision NOT NULL,
    cost_per_kilometre_yen double precision NOT NULL
);

CREATE TABLE public.vehicle_position (
    shift_id text NOT NULL,
    day date NOT NULL,
    location public.geometry(Point,4326) NOT NULL,
    at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.vehicle_position FORCE ROW LEVEL SECURITY;

CREATE TABLE public.voice_session (
    call_id text NOT NULL,
    revision integer NOT NULL,
    line text NOT NULL,
    number text,
    person_id text,
    municipality text,
    turn integer NOT NULL,
    heard text,
    state jsonb NOT NULL,
    answer jsonb,
    claimed_until timestamp with time zone,
    began_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.voice_session FORCE ROW LEVEL SECURITY;

CREATE TABLE public.waitlist_entry (
    id text NOT NULL,
    revision integer NOT NULL,
    person_id text NOT NULL,
    municipality text NOT NULL,
    clinic_ids text[] NOT NULL,
    denied_ride_id text NOT NULL,
    day date NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    ride_id text,
    held_until timestamp with time zone,
    tries integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    input jsonb NOT NULL
);

ALTER TABLE ONLY public.waitlist_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_login_key UNIQUE (login);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.apart_pair
    ADD CONSTRAINT apart_pair_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.boarding_point
    ADD CONSTRAINT boarding_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_back
    ADD CONSTRAINT call_back_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_claim
    ADD CONSTRAINT call_claim_pkey PRIMARY KEY (household_id);

ALTER TABLE ONLY public.caller_attempt
    ADD CONSTRAINT caller_attempt_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.contact_wish
    ADD CONSTRAINT contact_wish_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.depot
    ADD CONSTRAINT depot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.desk_station
    ADD CONSTRAINT desk_station_pkey PRIMARY KEY (station);

ALTER TABLE ONLY public.distinct_pair
    ADD CONSTRAINT distinct_pair_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.driver_command
    ADD CONSTRAINT driver_command_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.driver
    ADD CONSTRAINT driver_pkey PRIMARY KEY (provider_id, name);

ALTER TABLE ONLY public.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (era, xid, "position");

ALTER TABLE ONLY public.job_run
    ADD CONSTRAINT job_run_pkey PRIMARY KEY (job, day);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.municipality
    ADD CONSTRAINT municipality_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.person_merge
    ADD CONSTRAINT person_merge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phone_call
    ADD CONSTRAINT phone_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place
    ADD CONSTRAINT place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.provider
    ADD CONSTRAINT provider_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proxy_grant
    ADD CONSTRAINT proxy_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proxy_invitation
    ADD CONSTRAINT proxy_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ride
    ADD CONSTRAINT ride_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rider_import
    ADD CONSTRAINT rider_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.rider_pin
    ADD CONSTRAINT rider_pin_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.road_closure
    ADD CONSTRAINT road_closure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.road_leg
    ADD CONSTRAINT road_leg_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.road_season
    ADD CONSTRAINT road_season_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.road_suggestion
    ADD CONSTRAINT road_suggestion_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.service_day
    ADD CONSTRAINT service_day_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.service
    ADD CONSTRAINT service_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.shift_schedule
    ADD CONSTRAINT shift_schedule_pkey PRIMARY KEY (shift_id);

ALTER TABLE ONLY public.shift_template
    ADD CONSTRAINT shift_template_pkey PRIMARY KEY (vehicle_id, valid_from, start_second, weekdays);

ALTER TABLE ONLY public.standing_entry
    ADD CONSTRAINT standing_entry_pkey PRIMARY KEY (order_id, series_day, leg);

ALTER TABLE ONLY public.standing_order
    ADD CONSTRAINT standing_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.stored_answer
    ADD CONSTRAINT stored_answer_pkey PRIMARY KEY (account_id, key);

ALTER TABLE ONLY public.vehicle
    ADD CONSTRAINT vehicle_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vehicle_position
    ADD CONSTRAINT vehicle_position_pkey PRIMARY KEY (shift_id);

ALTER TABLE ONLY public.voice_session
    ADD CONSTRAINT voice_session_pkey PRIMARY KEY (call_id);

ALTER TABLE ONLY public.waitlist_entry
    ADD CONSTRAINT waitlist_entry_denied_ride_id_key UNIQUE (denied_ride_id);

ALTER TABLE ONLY public.waitlist_entry
    ADD CONSTRAINT waitlist_entry_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX apart_pair_driver ON public.apart_pair USING btree (person_id, provider_id, driver_name) WHERE ((ended_at IS NULL) AND (driver_name IS NOT NULL));

CREATE INDEX apart_pair_other_person ON public.apart_pair USING btree (other_person_id) WHERE (other_person_id IS NOT NULL);

CREATE INDEX apart_pair_person ON public.apart_pair USING btree (person_id);

CREATE UNIQUE INDEX apart_pair_riders ON public.apart_pair USING btree (LEAST(person_id, other_person_id), GREATEST(person_id, other_person_id)) WHERE ((ended_at IS NULL) AND (other_person_id IS NOT NULL));

CREATE INDEX boarding_point_location ON public.boarding_point USING gist (location);

CREATE UNIQUE INDEX call_back_open ON public.call_back USING btree (subject, reason) WHERE (state = 'open'::text);

CREATE INDEX call_back_ride ON public.call_back USING btree (ride_id) WHERE (ride_id IS NOT NULL);

CREATE INDEX call_back_subject ON public.call_back USING btree (reason, subject);

CREATE INDEX distinct_pair_other ON public.distinct_pair USING btree (other_id);

CREATE INDEX distinct_pair_person ON public.distinct_pair USING btree (person_id);

CREATE UNIQUE INDEX distinct_pair_standing ON public.distinct_pair USING btree (LEAST(person_id, other_id), GREATEST(person_id, other_id)) WHERE (undone_at IS NULL);

CREATE INDEX event_day ON public.event USING btree (day);

CREATE INDEX event_ride ON public.event USING btree (ride_id) WHERE (ride_id IS NOT NULL);

CREATE INDEX municipality_outline ON public.municipality USING gist (outline);

CREATE INDEX notice_person ON public.notice USING btree (person_id);

CREATE INDEX notice_waiting ON public.notice USING btree (send_at) WHERE (state = 'waiting'::text);

CREATE INDEX offer_ride ON public.offer USING btree (ride_id);

CREATE INDEX person_clinic ON public.person USING btree (clinic_id) WHERE (clinic_id IS NOT NULL);

CREATE INDEX person_home ON public.person USING gist (home);

CREATE INDEX person_household ON public.person USING btree (household_id);

CREATE INDEX person_keys_version ON public.person USING btree (keys_version);

CREATE INDEX person_merge_merged_at ON public.person_merge USING btree (merged_at);

CREATE INDEX person_merged_into ON public.person USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX person_municipality ON public.person USING btree (municipality);

CREATE INDEX person_search_grams ON public.person USING gin (((search_grams || ARRAY[('@'::text || municipality), ('#'::text || clinic_id)]))) WITH (fastupdate=off);

CREATE INDEX phone_call_changed_at ON public.phone_call USING btree (changed_at);

CREATE INDEX place_hamlet ON public.place USING btree (municipality, name) WHERE (kind = 'hamlet'::text);

CREATE INDEX place_keys_version ON public.place USING btree (keys_version);

CREATE INDEX place_search_grams ON public.place USING gin (search_grams) WITH (fastupdate=off);

CREATE INDEX proxy_grant_account ON public.proxy_grant USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX proxy_grant_clinic ON public.proxy_grant USING btree (clinic_id) WHERE (clinic_id IS NOT NULL);

CREATE INDEX proxy_grant_people ON public.proxy_grant USING gin (person_ids);

CREATE INDEX proxy_grant_residents ON public.proxy_grant USING gin (municipalities);

CREATE INDEX proxy_invitation_grant ON public.proxy_invitation USING btree (grant_id);

CREATE INDEX proxy_invitation_selector ON public.proxy_invitation USING btree (selector);

CREATE INDEX ride_day ON public.ride USING btree (day);

CREATE INDEX ride_group ON public.ride USING btree (group_id) WHERE (group_id IS NOT NULL);

CREATE INDEX ride_municipality ON public.ride USING btree (municipality, day);

CREATE UNIQUE INDEX ride_one_way_home ON public.ride USING btree (return_of) WHERE ((return_of IS NOT NULL) AND (status = ANY (ARRAY['willCall'::text, 'booked'::text, 'assigned'::text, 'vehicleArrived'::text, 'onBoard'::text, 'done'::text])));

CREATE INDEX ride_person ON public.ride USING btree (person_id, day);

CREATE INDEX ride_return_of ON public.ride USING btree (return_of) WHERE (return_of IS NOT NULL);

CREATE INDEX ride_shift ON public.ride USING btree (shift_id) WHERE (shift_id IS NOT NULL);

CREATE INDEX road_closure_lines ON public.road_closure USING gist (lines);

CREATE INDEX road_leg_day ON public.road_leg USING btree (day);

CREATE INDEX session_account ON public.session USING btree (account_id);

CREATE INDEX session_expires_at ON public.session USING btree (expires_at);

CREATE INDEX shift_day ON public.shift USING btree (day);

CREATE INDEX shift_schedule_day ON public.shift_schedule USING btree (day);

CREATE INDEX shift_vehicle ON public.shift USING btree (vehicle_id, day);

CREATE INDEX sign_in_failure_login ON public.sign_in_failure USING btree (login, at);

CREATE INDEX standing_entry_day ON public.standing_entry USING btree (day);

CREATE UNIQUE INDEX standing_entry_ride ON public.standing_entry USING btree (ride_id) WHERE (ride_id IS NOT NULL);

CREATE INDEX standing_order_active ON public.standing_order USING btree (id) WHERE (state = 'active'::text);

CREATE INDEX standing_order_person ON public.standing_order USING btree (person_id);

CREATE INDEX stored_answer_at ON public.stored_answer USING btree (at);

CREATE INDEX vehicle_position_day ON public.vehicle_position USING btree (day);

CREATE INDEX voice_session_changed_at ON public.voice_session USING btree (changed_at);

CREATE INDEX waitlist_entry_day ON public.waitlist_entry USING btree (day);

CREATE INDEX waitlist_entry_open ON public.waitlist_entry USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'held'::text]));

CREATE TRIGGER ride_follows_merge BEFORE INSERT ON public.ride FOR EACH ROW EXECUTE FUNCTION public.ride_follows_merge();

ALTER TABLE ONLY public.apart_pair
    ADD CONSTRAINT apart_pair_other_person_id_fkey FOREIGN KEY (other_person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.apart_pair
    ADD CONSTRAINT apart_pair_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.apart_pair
    ADD CONSTRAINT apart_pair_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(id);

ALTER TABLE ONLY public.call_back
    ADD CONSTRAINT call_back_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.caller_attempt
    ADD CONSTRAINT caller_attempt_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.contact_wish
    ADD CONSTRAINT contact_wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.distinct_pair
    ADD CONSTRAINT distinct_pair_other_id_fkey FOREIGN KEY (other_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.distinct_pair
    ADD CONSTRAINT distinct_pair_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.driver
    ADD CONSTRAINT driver_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(id);

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.offer
    ADD CONSTRAINT offer_ride_id_fkey FOREIGN KEY (ride_id) REFERENCES public.ride(id);

ALTER TABLE ONLY public.person_merge
    ADD CONSTRAINT person_merge_gone_id_fkey FOREIGN KEY (gone_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.person_merge
    ADD CONSTRAINT person_merge_kept_id_fkey FOREIGN KEY (kept_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.person(id);

ALTER TABLE ONLY public.proxy_grant
    ADD CONSTRAINT proxy_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.proxy_invitation
    ADD CONSTRAINT proxy_invitation_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES public.proxy_grant(id);

ALTER TABLE ONLY public.proxy_invitation
    ADD CONSTRAINT proxy_invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.ride
    ADD CONSTRAINT ride_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.rider_pin
    ADD CONSTRAINT rider_pin_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_depot_id_fkey FOREIGN KEY (depot_id) REFERENCES public.depot(id);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(id);

ALTER TABLE ONLY public.shift_schedule
    ADD CONSTRAINT shift_schedule_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES public.shift(id);

ALTER TABLE ONLY public.shift_template
    ADD CONSTRAINT shift_template_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES public.vehicle(id);

ALTER TABLE ONLY public.shift
    ADD CONSTRAINT shift_vehicle_id_fkey FOREIGN KEY (vehicle_id) REFERENCES public.vehicle(id);

ALTER TABLE ONLY public.standing_entry
    ADD CONSTRAINT standing_entry_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.standing_order(id);

ALTER TABLE ONLY public.standing_order
    ADD CONSTRAINT standing_order_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.vehicle
    ADD CONSTRAINT vehicle_depot_id_fkey FOREIGN KEY (depot_id) REFERENCES public.depot(id);

ALTER TABLE ONLY public.vehicle_position
    ADD CONSTRAINT vehicle_position_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES public.shift(id);

ALTER TABLE ONLY public.vehicle
    ADD CONSTRAINT vehicle_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.provider(id);

ALTER TABLE ONLY public.waitlist_entry
    ADD CONSTRAINT waitlist_entry_denied_ride_id_fkey FOREIGN KEY (denied_ride_id) REFERENCES public.ride(id);

ALTER TABLE ONLY public.waitlist_entry
    ADD CONSTRAINT waitlist_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.waitlist_entry
    ADD CONSTRAINT waitlist_entry_ride_id_fkey FOREIGN KEY (ride_id) REFERENCES public.ride(id);

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

CREATE POLICY account_system ON public.account TO ainori_office USING (public.is_system());

ALTER TABLE public.apart_pair ENABLE ROW LEVEL SECURITY;

CREATE POLICY apart_pair_planners ON public.apart_pair TO ainori_office USING (public.plans_roads());

ALTER TABLE public.call_back ENABLE ROW LEVEL SECURITY;

CREATE POLICY call_back_municipality ON public.call_back TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY call_back_office ON public.call_back TO ainori_office USING (true);

ALTER TABLE public.call_claim ENABLE ROW LEVEL SECURITY;

CREATE POLICY call_claim_office ON public.call_claim TO ainori_office USING (true);

ALTER TABLE public.caller_attempt ENABLE ROW LEVEL SECURITY;

CREATE POLICY caller_attempt_office ON public.caller_attempt TO ainori_office USING (true);

ALTER TABLE public.contact_wish ENABLE ROW LEVEL SECURITY;

CREATE POLICY contact_wish_municipality ON public.contact_wish TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY contact_wish_office ON public.contact_wish TO ainori_office USING (true);

CREATE POLICY contact_wish_rider ON public.contact_wish TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.desk_station ENABLE ROW LEVEL SECURITY;

CREATE POLICY desk_station_office ON public.desk_station TO ainori_office USING (true);

ALTER TABLE public.distinct_pair ENABLE ROW LEVEL SECURITY;

CREATE POLICY distinct_pair_municipality ON public.distinct_pair FOR SELECT TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY distinct_pair_office ON public.distinct_pair TO ainori_office USING (true);

ALTER TABLE public.driver ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.driver_command ENABLE ROW LEVEL SECURITY;

CREATE POLICY driver_command_driver ON public.driver_command TO ainori_app USING ((shift_id = ANY (ARRAY( SELECT public.scope_shifts() AS scope_shifts))));

CREATE POLICY driver_command_office ON public.driver_command TO ainori_office USING (true);

CREATE POLICY driver_office ON public.driver TO ainori_office USING (true);

ALTER TABLE public.event ENABLE ROW LEVEL SECURITY;

CREATE POLICY event_clinic ON public.event TO ainori_app USING ((( SELECT public.scope_clinic() AS scope_clinic) = ANY (clinic_ids)));

CREATE POLICY event_driver ON public.event TO ainori_app USING (((shift_id = ANY (ARRAY( SELECT public.scope_shifts() AS scope_shifts))) OR (ride_id = ANY (ARRAY( SELECT r.id
   FROM public.ride r
  WHERE (r.shift_id = ANY (ARRAY( SELECT public.scope_shifts() AS scope_shifts))))))));

CREATE POLICY event_municipality ON public.event TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY event_office ON public.event TO ainori_office USING (true);

CREATE POLICY event_proxy ON public.event FOR SELECT TO ainori_app USING ((person_id = ( SELECT public.proxied_person() AS proxied_person)));

CREATE POLICY event_rider ON public.event TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.notice ENABLE ROW LEVEL SECURITY;

CREATE POLICY notice_municipality ON public.notice TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY notice_office ON public.notice TO ainori_office USING (true);

CREATE POLICY notice_rider ON public.notice TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.offer ENABLE ROW LEVEL SECURITY;

CREATE POLICY offer_clinic ON public.offer TO ainori_app USING ((( SELECT public.scope_clinic() AS scope_clinic) = ANY (clinic_ids)));

CREATE POLICY offer_municipality ON public.offer TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY offer_office ON public.offer TO ainori_office USING (true);

CREATE POLICY offer_proxy ON public.offer FOR SELECT TO ainori_app USING ((person_id = ( SELECT public.proxied_person() AS proxied_person)));

CREATE POLICY offer_rider ON public.offer TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;

CREATE POLICY person_clinic ON public.person TO ainori_app USING ((clinic_id = ( SELECT public.scope_clinic() AS scope_clinic)));

CREATE POLICY person_driver ON public.person FOR SELECT TO ainori_app USING ((id = ANY (ARRAY( SELECT r.person_id
   FROM public.ride r
  WHERE (r.shift_id = ANY (ARRAY( SELECT public.scope_shifts() AS scope_shifts)))))));

ALTER TABLE public.person_merge ENABLE ROW LEVEL SECURITY;

CREATE POLICY person_merge_office ON public.person_merge TO ainori_office USING (true);

CREATE POLICY person_municipality ON public.person TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY person_office ON public.person TO ainori_office USING (true);

CREATE POLICY person_proxy ON public.person FOR SELECT TO ainori_app USING (((id = ANY (ARRAY( SELECT public.proxied_people() AS proxied_people))) OR (clinic_id = ANY (ARRAY( SELECT public.proxied_clinics() AS proxied_clinics))) OR (municipality = ANY (ARRAY( SELECT public.proxied_municipalities() AS proxied_municipalities)))));

CREATE POLICY person_rider ON public.person TO ainori_app USING ((id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.phone_call ENABLE ROW LEVEL SECURITY;

CREATE POLICY phone_call_office ON public.phone_call TO ainori_office USING (true);

ALTER TABLE public.proxy_grant ENABLE ROW LEVEL SECURITY;

CREATE POLICY proxy_grant_clinic ON public.proxy_grant FOR SELECT TO ainori_app USING ((clinic_id = ( SELECT public.scope_clinic() AS scope_clinic)));

CREATE POLICY proxy_grant_municipality ON public.proxy_grant FOR SELECT TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY proxy_grant_office ON public.proxy_grant TO ainori_office USING (true);

CREATE POLICY proxy_grant_own ON public.proxy_grant FOR SELECT TO ainori_app USING ((account_id = current_setting('ainori.account'::text, true)));

CREATE POLICY proxy_grant_rider ON public.proxy_grant FOR SELECT TO ainori_app USING ((( SELECT public.scope_person() AS scope_person) = ANY (person_ids)));

ALTER TABLE public.proxy_invitation ENABLE ROW LEVEL SECURITY;

CREATE POLICY proxy_invitation_office ON public.proxy_invitation TO ainori_office USING (true);

ALTER TABLE public.ride ENABLE ROW LEVEL SECURITY;

CREATE POLICY ride_clinic ON public.ride TO ainori_app USING ((( SELECT public.scope_clinic() AS scope_clinic) = ANY (clinic_ids)));

CREATE POLICY ride_driver ON public.ride TO ainori_app USING ((shift_id = ANY (ARRAY( SELECT public.scope_shifts() AS scope_shifts))));

CREATE POLICY ride_municipality ON public.ride TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY ride_office ON public.ride TO ainori_office USING (true);

CREATE POLICY ride_proxy ON public.ride FOR SELECT TO ainori_app USING ((person_id = ( SELECT public.proxied_person() AS proxied_person)));

CREATE POLICY ride_rider ON public.ride TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.rider_import ENABLE ROW LEVEL SECURITY;

CREATE POLICY rider_import_office ON public.rider_import TO ainori_office USING (true);

ALTER TABLE public.rider_pin ENABLE ROW LEVEL SECURITY;

CREATE POLICY rider_pin_office ON public.rider_pin TO ainori_office USING (true);

ALTER TABLE public.road_closure ENABLE ROW LEVEL SECURITY;

CREATE POLICY road_closure_insert ON public.road_closure FOR INSERT TO ainori_office WITH CHECK (public.plans_roads());

CREATE POLICY road_closure_read ON public.road_closure FOR SELECT TO ainori_office, ainori_app USING (true);

CREATE POLICY road_closure_update ON public.road_closure FOR UPDATE TO ainori_office USING (public.plans_roads());

ALTER TABLE public.road_leg ENABLE ROW LEVEL SECURITY;

CREATE POLICY road_leg_insert ON public.road_leg FOR INSERT TO ainori_office WITH CHECK (public.is_system());

CREATE POLICY road_leg_read ON public.road_leg FOR SELECT TO ainori_office USING (true);

ALTER TABLE public.road_season ENABLE ROW LEVEL SECURITY;

CREATE POLICY road_season_insert ON public.road_season FOR INSERT TO ainori_office WITH CHECK (public.plans_roads());

CREATE POLICY road_season_read ON public.road_season FOR SELECT TO ainori_office, ainori_app USING (true);

CREATE POLICY road_season_update ON public.road_season FOR UPDATE TO ainori_office USING (public.plans_roads());

ALTER TABLE public.road_suggestion ENABLE ROW LEVEL SECURITY;

CREATE POLICY road_suggestion_insert ON public.road_suggestion FOR INSERT TO ainori_office WITH CHECK (public.plans_roads());

CREATE POLICY road_suggestion_read ON public.road_suggestion FOR SELECT TO ainori_office USING (true);

CREATE POLICY road_suggestion_update ON public.road_suggestion FOR UPDATE TO ainori_office USING (public.plans_roads());

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

CREATE POLICY session_system ON public.session TO ainori_office USING (public.is_system());

ALTER TABLE public.shift_schedule ENABLE ROW LEVEL SECURITY;

CREATE POLICY shift_schedule_driver ON public.shift_schedule TO ainori_app USING ((shift_id = ANY (ARRAY( SELECT public.scope_shifts() AS scope_shifts))));

CREATE POLICY shift_schedule_office ON public.shift_schedule TO ainori_office USING (true);

ALTER TABLE public.sign_in_failure ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in_failure_system ON public.sign_in_failure TO ainori_office USING (public.is_system());

ALTER TABLE public.standing_entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY standing_entry_clinic ON public.standing_entry TO ainori_app USING ((( SELECT public.scope_clinic() AS scope_clinic) = ANY (clinic_ids)));

CREATE POLICY standing_entry_municipality ON public.standing_entry TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY standing_entry_office ON public.standing_entry TO ainori_office USING (true);

CREATE POLICY standing_entry_rider ON public.standing_entry TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.standing_order ENABLE ROW LEVEL SECURITY;

CREATE POLICY standing_order_clinic ON public.standing_order TO ainori_app USING ((( SELECT public.scope_clinic() AS scope_clinic) = ANY (clinic_ids)));

CREATE POLICY standing_order_municipality ON public.standing_order TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY standing_order_office ON public.standing_order TO ainori_office USING (true);

CREATE POLICY standing_order_rider ON public.standing_order TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

ALTER TABLE public.stored_answer ENABLE ROW LEVEL SECURITY;

CREATE POLICY stored_answer_own ON public.stored_answer TO ainori_office, ainori_app USING (((account_id = current_setting('ainori.account'::text, true)) OR public.is_system()));

ALTER TABLE public.vehicle_position ENABLE ROW LEVEL SECURITY;

CREATE POLICY vehicle_position_driver ON public.vehicle_position TO ainori_app USING ((shift_id = ANY (ARRAY( SELECT public.scope_shifts() AS scope_shifts))));

CREATE POLICY vehicle_position_office ON public.vehicle_position TO ainori_office USING (true);

CREATE POLICY vehicle_position_ride ON public.vehicle_position FOR SELECT TO ainori_app USING ((EXISTS ( SELECT
   FROM public.ride r
  WHERE (r.shift_id = vehicle_position.shift_id))));

ALTER TABLE public.voice_session ENABLE ROW LEVEL SECURITY;

CREATE POLICY voice_session_office ON public.voice_session TO ainori_office USING (true);

ALTER TABLE public.waitlist_entry ENABLE ROW LEVEL SECURITY;

CREATE POLICY waitlist_entry_clinic ON public.waitlist_entry TO ainori_app USING ((( SELECT public.scope_clinic() AS scope_clinic) = ANY (clinic_ids)));

CREATE POLICY waitlist_entry_municipality ON public.waitlist_entry TO ainori_app USING ((municipality = ANY (( SELECT public.scope_municipalities() AS scope_municipalities)::text[])));

CREATE POLICY waitlist_entry_office ON public.waitlist_entry TO ainori_office USING (true);

CREATE POLICY waitlist_entry_rider ON public.waitlist_entry TO ainori_app USING ((person_id = ( SELECT public.scope_person() AS scope_person)));

GRANT USAGE ON SCHEMA public TO ainori_office;
GRANT USAGE ON SCHEMA public TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.proxy_grant TO ainori_office;
GRANT SELECT ON TABLE public.proxy_grant TO ainori_app;

REVOKE ALL ON FUNCTION public.people_having(grams text[], most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_having(grams text[], most integer) TO ainori_app;

REVOKE ALL ON FUNCTION public.people_meant(ways jsonb, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_meant(ways jsonb, most integer) TO ainori_app;

REVOKE ALL ON FUNCTION public.people_near(names text[], places jsonb, within_metres double precision, most integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.people_near(names text[], places jsonb, within_metres double precision, most integer) TO ainori_app;

REVOKE ALL ON FUNCTION public.proxied_people() FROM PUBLIC;
GRANT ALL ON FUNCTION public.proxied_people() TO ainori_app;

REVOKE ALL ON FUNCTION public.proxied_person() FROM PUBLIC;
GRANT ALL ON FUNCTION public.proxied_person() TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account TO ainori_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.apart_pair TO ainori_office;
GRANT SELECT ON TABLE public.apart_pair TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.boarding_point TO ainori_office;
GRANT SELECT ON TABLE public.boarding_point TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.call_back TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.call_back TO ainori_app;

GRANT SELECT ON TABLE public.call_claim TO ainori_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_claim TO ainori_office;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.caller_attempt TO ainori_office;
GRANT SELECT ON TABLE public.caller_attempt TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.contact_wish TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.contact_wish TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.depot TO ainori_office;
GRANT SELECT ON TABLE public.depot TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.desk_station TO ainori_office;
GRANT SELECT ON TABLE public.desk_station TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.distinct_pair TO ainori_office;
GRANT SELECT ON TABLE public.distinct_pair TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.driver TO ainori_office;
GRANT SELECT ON TABLE public.driver TO ainori_app;

GRANT SELECT,INSERT ON TABLE public.driver_command TO ainori_office;
GRANT SELECT,INSERT ON TABLE public.driver_command TO ainori_app;

GRANT SELECT,INSERT ON TABLE public.event TO ainori_office;
GRANT SELECT,INSERT ON TABLE public.event TO ainori_app;

GRANT SELECT ON TABLE public.event_log TO ainori_office;
GRANT SELECT ON TABLE public.event_log TO ainori_app;

GRANT SELECT,INSERT ON TABLE public.job_run TO ainori_office;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.municipality TO ainori_office;
GRANT SELECT ON TABLE public.municipality TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.notice TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.notice TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.offer TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.offer TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.person TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.person_merge TO ainori_office;
GRANT SELECT ON TABLE public.person_merge TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.phone_call TO ainori_office;
GRANT SELECT ON TABLE public.phone_call TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.place TO ainori_office;
GRANT SELECT ON TABLE public.place TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider TO ainori_office;
GRANT SELECT ON TABLE public.provider TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.proxy_invitation TO ainori_office;
GRANT SELECT ON TABLE public.proxy_invitation TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.ride TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.ride TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.rider_import TO ainori_office;
GRANT SELECT ON TABLE public.rider_import TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.rider_pin TO ainori_office;
GRANT SELECT ON TABLE public.rider_pin TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.road_closure TO ainori_office;
GRANT SELECT ON TABLE public.road_closure TO ainori_app;

GRANT SELECT,INSERT ON TABLE public.road_leg TO ainori_office;
GRANT SELECT ON TABLE public.road_leg TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.road_season TO ainori_office;
GRANT SELECT ON TABLE public.road_season TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.road_suggestion TO ainori_office;
GRANT SELECT ON TABLE public.road_suggestion TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.service TO ainori_office;
GRANT SELECT ON TABLE public.service TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.service_day TO ainori_office;
GRANT SELECT ON TABLE public.service_day TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO ainori_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.shift TO ainori_office;
GRANT SELECT ON TABLE public.shift TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.shift_schedule TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.shift_schedule TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.shift_template TO ainori_office;
GRANT SELECT ON TABLE public.shift_template TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_failure TO ainori_office;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_failure TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.standing_entry TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.standing_entry TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.standing_order TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.standing_order TO ainori_app;

GRANT SELECT,INSERT ON TABLE public.stored_answer TO ainori_office;
GRANT SELECT,INSERT ON TABLE public.stored_answer TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vehicle TO ainori_office;
GRANT SELECT ON TABLE public.vehicle TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.vehicle_position TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.vehicle_position TO ainori_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_session TO ainori_office;
GRANT SELECT ON TABLE public.voice_session TO ainori_app;

GRANT SELECT,INSERT,UPDATE ON TABLE public.waitlist_entry TO ainori_office;
GRANT SELECT,INSERT,UPDATE ON TABLE public.waitlist_entry TO ainori_app;
