import { StoreFault } from '../../../domain/fault/storeFault.ts';
import type { Offer } from '../../../domain/ride/offer.ts';
import type { OffersTable } from '../../../ports/tables.ts';
import { momentText, rowsAsJson } from '../rows.ts';
import type { Session } from '../session.ts';

const COLUMNS = `
  id, ride_id AS "rideId", provider_id AS "providerId", state, expires_at AS "expiresAt", details`;

/** Person, municipality and clinics come from the ride, so that they cannot differ from it. */
const INSERT = `
  INSERT INTO offer (id, ride_id, person_id, municipality, clinic_ids, provider_id, state, expires_at, details)
  SELECT r.id, ride.id, ride.person_id, ride.municipality, ride.clinic_ids, r."providerId", r.state, r."expiresAt",
    r.details
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, "rideId" text, "providerId" text, state text,
    "expiresAt" timestamptz, details jsonb)
  JOIN ride ON ride.id = r."rideId"
  RETURNING offer.id`;

const CLOSE = `UPDATE offer SET state = $2 WHERE id = $1 AND state = 'open' RETURNING id`;

const REOPEN = `UPDATE offer SET state = 'open' WHERE id = $1 AND state = 'accepted' RETURNING id`;

type Details = Omit<Offer, 'id' | 'rideId' | 'providerId' | 'state' | 'expiresAt'>;
type OfferRow = Omit<Offer, keyof Details> & { readonly details: Details };

function offerOf({ details, ...columns }: OfferRow): Offer {
  return { ...columns, ...details };
}

function rowOf({ id, rideId, providerId, state, expiresAt, ...details }: Offer): object {
  return { id, rideId, providerId, state, expiresAt: momentText(expiresAt), details };
}

/** What was offered for a ride. */
export function offersTable(session: Session): OffersTable {
  return {
    async find(id) {
      const rows = await session.query<OfferRow>(`SELECT ${COLUMNS} FROM offer WHERE id = $1`, [id]);
      return rows.map(offerOf)[0];
    },
    async listByRide(rideId) {
      const rows = await session.query<OfferRow>(
        `SELECT ${COLUMNS} FROM offer WHERE ride_id = $1 ORDER BY expires_at, id COLLATE "C"`,
        [rideId],
      );
      return rows.map(offerOf);
    },
    async insertMany(offers) {
      if (offers.length === 0) return;
      const written = await session.query(INSERT, [rowsAsJson(offers.map(rowOf))]);
      if (written.length !== offers.length) {
        session.refuse(new StoreFault('unknownReference', 'An offer belongs to a ride that is not there.'));
      }
    },
    async close(id, state) {
      return (await session.query(CLOSE, [id, state])).length === 1;
    },
    async reopen(id) {
      return (await session.query(REOPEN, [id])).length === 1;
    },
  };
}
