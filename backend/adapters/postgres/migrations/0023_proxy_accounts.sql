-- Proxies with an account of their own. Policies ask the grants for each act, so that an end counts at once. While an
-- account acts for a rider its role is `proxy`, `ainori.person` the rider and `ainori.act` the act.

-- The grants that hold today for the account at work; only somebody who acts as a proxy has any.
CREATE FUNCTION held_grants() RETURNS SETOF proxy_grant LANGUAGE sql STABLE AS $$
  SELECT * FROM proxy_grant
  WHERE current_setting('ainori.role', true) = 'proxy'
    AND account_id = nullif(current_setting('ainori.account', true), '')
    AND ended_at IS NULL
    AND (details ->> 'validFrom')::date <= nullif(current_setting('ainori.today', true), '')::date
    AND coalesce((details ->> 'validUntil')::date >= nullif(current_setting('ainori.today', true), '')::date,
      details ->> 'validUntil' IS NULL)
$$;

-- What the held grants hold, for any act: riders with the entries they were merged into. A function of the office's,
-- because the policy on riders cannot read riders.
CREATE FUNCTION proxied_people() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT unnest(ARRAY[p.id, p.merged_into]) FROM held_grants() g, person p WHERE p.id = ANY (g.person_ids)
$$;
CREATE FUNCTION proxied_clinics() RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT clinic_id FROM held_grants() WHERE clinic_id IS NOT NULL
$$;
CREATE FUNCTION proxied_municipalities() RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT unnest(municipalities) FROM held_grants()
$$;

-- The rider acted for, where a held grant holds them and allows the act that the work names; else null.
CREATE FUNCTION proxied_person() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id FROM person p
  WHERE p.id = nullif(current_setting('ainori.person', true), '') AND EXISTS (
    SELECT FROM held_grants() g
    WHERE g.details -> 'acts' ? nullif(current_setting('ainori.act', true), '')
      AND (p.clinic_id = g.clinic_id OR p.municipality = ANY (g.municipalities)
        OR p.id IN (SELECT coalesce(o.merged_into, o.id) FROM person o WHERE o.id = ANY (g.person_ids))))
$$;

GRANT CREATE ON SCHEMA public TO ainori_office;
ALTER FUNCTION proxied_people() OWNER TO ainori_office;
ALTER FUNCTION proxied_person() OWNER TO ainori_office;
REVOKE CREATE ON SCHEMA public FROM ainori_office;
REVOKE ALL ON FUNCTION proxied_people(), proxied_person() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proxied_people(), proxied_person() TO ainori_office, ainori_app;

-- They read; whatever they book or cancel the house writes.
CREATE POLICY person_proxy ON person FOR SELECT TO ainori_app USING (
  id = ANY (ARRAY(SELECT proxied_people()))
  OR clinic_id = ANY (ARRAY(SELECT proxied_clinics()))
  OR municipality = ANY (ARRAY(SELECT proxied_municipalities())));
CREATE POLICY ride_proxy ON ride FOR SELECT TO ainori_app USING (person_id = (SELECT proxied_person()));
CREATE POLICY offer_proxy ON offer FOR SELECT TO ainori_app USING (person_id = (SELECT proxied_person()));
CREATE POLICY event_proxy ON event FOR SELECT TO ainori_app USING (person_id = (SELECT proxied_person()));

-- Searches of proxies go by the index, too.
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
    WHEN 'proxy' THEN format('(id = ANY (%L::text[]) OR pieces && %L::text[])', ARRAY(SELECT proxied_people()),
      ARRAY(SELECT '@' || code FROM proxied_municipalities() AS code)
        || ARRAY(SELECT '#' || clinic FROM proxied_clinics() AS clinic))
    ELSE 'false' END
$$;

-- Codes, read out or printed, by which a proxy comes to an account: the office's alone.
CREATE TABLE proxy_invitation (
  id text PRIMARY KEY,
  grant_id text NOT NULL REFERENCES proxy_grant,
  person_id text NOT NULL REFERENCES person,
  municipality text NOT NULL,
  selector text NOT NULL,
  hash text NOT NULL,
  made_by text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  ended_at timestamptz,
  account_id text
);
CREATE INDEX proxy_invitation_grant ON proxy_invitation (grant_id);
CREATE INDEX proxy_invitation_selector ON proxy_invitation (selector);

GRANT SELECT, INSERT, UPDATE ON proxy_invitation TO ainori_office;
GRANT SELECT ON proxy_invitation TO ainori_app;
ALTER TABLE proxy_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE proxy_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY proxy_invitation_office ON proxy_invitation TO ainori_office USING (true);
