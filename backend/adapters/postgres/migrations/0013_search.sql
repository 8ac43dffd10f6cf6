-- Places are found by the pieces of their names, as riders are; and riders of a part of the region by pieces of which
-- one is enough, for names with a slip in them.

ALTER TABLE place
  ADD COLUMN search_grams text[] NOT NULL DEFAULT '{}',
  -- With which form of search keys the row was written; older ones are written anew at start.
  ADD COLUMN keys_version integer NOT NULL DEFAULT 1;
CREATE INDEX place_search_grams ON place USING gin (search_grams) WITH (fastupdate = off);
CREATE INDEX place_keys_version ON place (keys_version);
CREATE INDEX place_hamlet ON place (municipality, name) WHERE kind = 'hamlet';

CREATE FUNCTION own_people_near(grams text[], most integer) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM person
  WHERE search_grams && grams
    AND (municipality = ANY (scope_municipalities()) OR clinic_id = scope_clinic() OR id = scope_person())
  LIMIT most
$$;
GRANT CREATE ON SCHEMA public TO ainori_office;
ALTER FUNCTION own_people_near(text[], integer) OWNER TO ainori_office;
REVOKE CREATE ON SCHEMA public FROM ainori_office;
REVOKE ALL ON FUNCTION own_people_near(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION own_people_near(text[], integer) TO ainori_office, ainori_app;
