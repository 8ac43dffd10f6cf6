-- Searches of those who see a part of the riders go by the index as well. A condition on municipality beside the one on
-- pieces let the planner read a town's riders one by one, for seconds; so municipality and clinic are pieces themselves,
-- in the index only: `@` with the municipality, `#` with the clinic, signs that no piece of a name has.

DROP INDEX person_search_grams;
CREATE INDEX person_search_grams ON person
  USING gin ((search_grams || ARRAY['@' || municipality, '#' || clinic_id])) WITH (fastupdate = off);

-- What of the riders the asker may see, as a condition on the pieces of the index; nobody without a scope.
CREATE OR REPLACE FUNCTION people_in_scope() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE current_setting('ainori.role', true)
    WHEN 'system' THEN 'true'
    WHEN 'operator' THEN 'true'
    WHEN 'dispatcher' THEN 'true'
    WHEN 'administrator' THEN 'true'
    WHEN 'municipality' THEN format('pieces && %L::text[]',
      ARRAY(SELECT '@' || code FROM unnest(scope_municipalities()) AS code))
    WHEN 'clinic' THEN format('pieces && %L::text[]', ARRAY['#' || scope_clinic()])
    WHEN 'rider' THEN format('id = %L', scope_person())
    ELSE 'false' END
$$;

-- The statement that finds ids of riders whose pieces fulfil a condition, of the asker's scope and no more than `most`.
CREATE FUNCTION people_statement(condition text, most integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format(
    'SELECT id FROM (SELECT id, search_grams || ARRAY[''@'' || municipality, ''#'' || clinic_id] AS pieces FROM person) AS rider '
    'WHERE %s AND %s LIMIT %s', condition, people_in_scope(), most)
$$;

CREATE OR REPLACE FUNCTION people_having(grams text[], most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE people_statement(format('pieces @> %L::text[]', grams), most);
END $$;

CREATE OR REPLACE FUNCTION people_meant(ways jsonb, most integer) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS $$
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
