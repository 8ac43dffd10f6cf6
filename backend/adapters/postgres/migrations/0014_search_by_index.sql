-- Candidates of a search, for everybody: always by index (a limit makes the planner hope to find them on the way through
-- the table, and where there are none it goes all the way), and only rows of the asker's scope. The functions are the
-- office's, since the index may not serve statements under the other policies; they return ids, and the rows behind them
-- stay under the policies.

DROP FUNCTION own_people_with(text[], integer);
DROP FUNCTION own_people_near(text[], integer);

-- What of the riders the asker may see, as a condition.
CREATE FUNCTION people_in_scope() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN current_setting('ainori.role', true) IN ('system', 'operator', 'dispatcher', 'administrator') THEN 'true'
    ELSE format('(municipality = ANY (%L::text[]) OR clinic_id = %L OR id = %L)',
      scope_municipalities(), scope_clinic(), scope_person()) END
$$;

-- Rows that have all the pieces.
CREATE FUNCTION people_having(grams text[], most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT id FROM person WHERE search_grams @> %L::text[] AND %s LIMIT %s', grams, people_in_scope(), most);
END $$;

-- Rows that have, for one of the ways, a piece of each of its words. `ways` is a list of lists of lists of pieces.
CREATE FUNCTION people_meant(ways jsonb, most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
DECLARE
  way jsonb;
  condition text;
BEGIN
  FOR way IN SELECT value FROM jsonb_array_elements(ways) LOOP
    SELECT string_agg(
        format('search_grams && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(word.value))), ' AND ')
      INTO condition FROM jsonb_array_elements(way) AS word;
    RETURN QUERY EXECUTE format(
      'SELECT id FROM person WHERE %s AND %s LIMIT %s', condition, people_in_scope(), most);
  END LOOP;
END $$;

GRANT CREATE ON SCHEMA public TO ainori_office;
ALTER FUNCTION people_having(text[], integer) OWNER TO ainori_office;
ALTER FUNCTION people_meant(jsonb, integer) OWNER TO ainori_office;
REVOKE CREATE ON SCHEMA public FROM ainori_office;
REVOKE ALL ON FUNCTION people_having(text[], integer), people_meant(jsonb, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_having(text[], integer), people_meant(jsonb, integer) TO ainori_office, ainori_app;
