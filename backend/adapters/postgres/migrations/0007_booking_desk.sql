-- What the phone desk needs of riders and rides: eligibility, ways home, several dates, rides without a time.

ALTER TABLE person ADD COLUMN care_level text;
ALTER TABLE person ADD COLUMN certificates text[] NOT NULL DEFAULT '{}';

ALTER TABLE ride ADD COLUMN return_of text;
ALTER TABLE ride ADD COLUMN group_id text;
CREATE INDEX ride_return_of ON ride (return_of) WHERE return_of IS NOT NULL;
CREATE INDEX ride_group ON ride (group_id) WHERE group_id IS NOT NULL;

-- Rides of before say of themselves what new ones say. The owner works under no policy, so it steps past them here.
ALTER TABLE ride NO FORCE ROW LEVEL SECURITY;
UPDATE ride SET details =
  '{"reference": null, "insteadOf": null, "willCall": null, "override": null, "riderAnswer": null, "offerId": null, "cancelledAt": null}'
  || jsonb_set(details, '{party,luggage}', '0');
ALTER TABLE ride FORCE ROW LEVEL SECURITY;
