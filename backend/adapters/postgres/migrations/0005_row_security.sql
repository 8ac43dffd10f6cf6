-- Who sees which rows, by the settings of the transaction. `ainori_office` works for the whole region (the system,
-- operators, dispatchers, administrators); `ainori_app` is everybody else. Neither owns anything.

-- In the policies these stand in sub-selects of their own, so that they are asked once and indexes can answer.
-- What the account of the transaction belongs to; null unless its role is the one that counts. A setting of an earlier
-- transaction of the same connection reads as an empty text.
CREATE FUNCTION scope_municipalities() RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'municipality'
    THEN string_to_array(current_setting('ainori.municipalities', true), ',') END
$$;
CREATE FUNCTION scope_clinic() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'clinic'
    THEN nullif(current_setting('ainori.clinic', true), '') END
$$;
CREATE FUNCTION scope_person() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'rider'
    THEN nullif(current_setting('ainori.person', true), '') END
$$;
CREATE FUNCTION scope_vehicle() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN current_setting('ainori.role', true) = 'driver'
    THEN nullif(current_setting('ainori.vehicle', true), '') END
$$;
-- The shifts of the driver's own vehicle, today and tomorrow.
CREATE FUNCTION scope_shifts() RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT id FROM shift
  WHERE vehicle_id = scope_vehicle()
    AND day BETWEEN nullif(current_setting('ainori.first_day', true), '')::date
      AND nullif(current_setting('ainori.last_day', true), '')::date
$$;
CREATE FUNCTION is_system() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('ainori.role', true) = 'system', false)
$$;

GRANT USAGE ON SCHEMA public TO ainori_office, ainori_app;
GRANT SELECT ON municipality, place, boarding_point, provider, depot, vehicle, shift_template, shift, service,
  service_day, event_log TO ainori_office, ainori_app;
GRANT INSERT, UPDATE, DELETE ON municipality, place, boarding_point, provider, depot, vehicle, shift_template, shift,
  service, service_day TO ainori_office;
GRANT SELECT, INSERT, UPDATE ON person, ride, offer, shift_schedule, vehicle_position TO ainori_office, ainori_app;
GRANT SELECT, INSERT ON event, stored_answer, driver_command TO ainori_office, ainori_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON account, session, sign_in_failure TO ainori_office, ainori_app;

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_office ON person TO ainori_office USING (true);
CREATE POLICY person_municipality ON person TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY person_clinic ON person TO ainori_app USING (clinic_id = (SELECT scope_clinic()));
CREATE POLICY person_driver ON person FOR SELECT TO ainori_app USING (
  id = ANY (ARRAY(SELECT r.person_id FROM ride r WHERE r.shift_id = ANY (ARRAY(SELECT scope_shifts())))));
CREATE POLICY person_rider ON person TO ainori_app USING (id = (SELECT scope_person()));

ALTER TABLE ride ENABLE ROW LEVEL SECURITY;
ALTER TABLE ride FORCE ROW LEVEL SECURITY;
CREATE POLICY ride_office ON ride TO ainori_office USING (true);
CREATE POLICY ride_municipality ON ride TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY ride_clinic ON ride TO ainori_app USING ((SELECT scope_clinic()) = ANY (clinic_ids));
CREATE POLICY ride_driver ON ride TO ainori_app USING (shift_id = ANY (ARRAY(SELECT scope_shifts())));
CREATE POLICY ride_rider ON ride TO ainori_app USING (person_id = (SELECT scope_person()));

ALTER TABLE offer ENABLE ROW LEVEL SECURITY;
ALTER TABLE offer FORCE ROW LEVEL SECURITY;
CREATE POLICY offer_office ON offer TO ainori_office USING (true);
CREATE POLICY offer_municipality ON offer TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY offer_clinic ON offer TO ainori_app USING ((SELECT scope_clinic()) = ANY (clinic_ids));
CREATE POLICY offer_rider ON offer TO ainori_app USING (person_id = (SELECT scope_person()));

-- Stops name rides and doors of many people: only the office and the vehicle's own driver read a schedule.
ALTER TABLE shift_schedule ENABLE ROW LEVEL SECURITY;
ALTER TABLE shift_schedule FORCE ROW LEVEL SECURITY;
CREATE POLICY shift_schedule_office ON shift_schedule TO ainori_office USING (true);
CREATE POLICY shift_schedule_driver ON shift_schedule TO ainori_app USING (shift_id = ANY (ARRAY(SELECT scope_shifts())));

-- Whoever may see a ride may see where its vehicle is.
ALTER TABLE vehicle_position ENABLE ROW LEVEL SECURITY;
ALTER TABLE vehicle_position FORCE ROW LEVEL SECURITY;
CREATE POLICY vehicle_position_office ON vehicle_position TO ainori_office USING (true);
CREATE POLICY vehicle_position_driver ON vehicle_position TO ainori_app USING (shift_id = ANY (ARRAY(SELECT scope_shifts())));
CREATE POLICY vehicle_position_ride ON vehicle_position FOR SELECT TO ainori_app USING (
  EXISTS (SELECT FROM ride r WHERE r.shift_id = vehicle_position.shift_id));

ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_office ON event TO ainori_office USING (true);
CREATE POLICY event_municipality ON event TO ainori_app USING (municipality = ANY ((SELECT scope_municipalities())::text[]));
CREATE POLICY event_clinic ON event TO ainori_app USING ((SELECT scope_clinic()) = ANY (clinic_ids));
CREATE POLICY event_driver ON event TO ainori_app USING (
  shift_id = ANY (ARRAY(SELECT scope_shifts()))
  OR ride_id = ANY (ARRAY(SELECT r.id FROM ride r WHERE r.shift_id = ANY (ARRAY(SELECT scope_shifts())))));
CREATE POLICY event_rider ON event TO ainori_app USING (person_id = (SELECT scope_person()));

ALTER TABLE stored_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE stored_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY stored_answer_own ON stored_answer TO ainori_office, ainori_app
  USING (account_id = current_setting('ainori.account', true) OR is_system());

ALTER TABLE driver_command ENABLE ROW LEVEL SECURITY;
ALTER TABLE driver_command FORCE ROW LEVEL SECURITY;
CREATE POLICY driver_command_office ON driver_command TO ainori_office USING (true);
CREATE POLICY driver_command_driver ON driver_command TO ainori_app USING (shift_id = ANY (ARRAY(SELECT scope_shifts())));

-- Secrets: only the system signs people in.
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY account_system ON account TO ainori_office USING (is_system());
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY session_system ON session TO ainori_office USING (is_system());
ALTER TABLE sign_in_failure ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_failure FORCE ROW LEVEL SECURITY;
CREATE POLICY sign_in_failure_system ON sign_in_failure TO ainori_office USING (is_system());
