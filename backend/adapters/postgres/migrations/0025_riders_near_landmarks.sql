-- Riders of a name whose home is near one of some places, each with the nearest. By the indexes on homes and names; for
-- those who see a part of the riders the office looks, and what comes back are ids (see 0014_search_by_index.sql).
CREATE FUNCTION people_near(names text[], places jsonb, within_metres double precision, most integer)
RETURNS TABLE (person_id text, place_id text, metres double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
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
END $$;

GRANT CREATE ON SCHEMA public TO ainori_office;
ALTER FUNCTION people_near(text[], jsonb, double precision, integer) OWNER TO ainori_office;
REVOKE CREATE ON SCHEMA public FROM ainori_office;
REVOKE ALL ON FUNCTION people_near(text[], jsonb, double precision, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_near(text[], jsonb, double precision, integer) TO ainori_office, ainori_app;
