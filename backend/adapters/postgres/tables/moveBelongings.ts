import type { Person } from '../../../domain/person/person.ts';
import { type Belongings, NO_BELONGINGS } from '../../../domain/person/riderMerge.ts';
import type { Session } from '../session.ts';

const CLINIC_IDS = 'array_remove(ARRAY[(SELECT p.clinic_id FROM person p WHERE p.id = $2)], NULL)';
/** All of a rider's rows of a table, or those named by a parameter. */
const owned = (named: number): string =>
  `person_id = $1 AND ($${named}::text[] IS NULL OR id = ANY ($${named}::text[]))`;

/** Each row carries whose it is and their municipality; what hangs on a row goes with it. */
const MOVE = `
  WITH rides AS (
    UPDATE ride SET person_id = $2, municipality = $3, revision = revision + 1,
      clinic_ids = array_remove(ARRAY[clinic_id, (SELECT p.clinic_id FROM person p WHERE p.id = $2)], NULL)
    WHERE ${owned(5)} RETURNING id
  ), offers AS (
    UPDATE offer SET person_id = $2, municipality = $3 WHERE ride_id IN (SELECT id FROM rides)
  ), notices AS (
    UPDATE notice SET person_id = $2, municipality = $3 WHERE ride_id IN (SELECT id FROM rides)
  ), orders AS (
    UPDATE standing_order SET person_id = $2, municipality = $3, revision = revision + 1, clinic_ids = ${CLINIC_IDS}
    WHERE ${owned(6)} RETURNING id
  ), entries AS (
    UPDATE standing_entry SET person_id = $2, municipality = $3, clinic_ids = ${CLINIC_IDS}
    WHERE order_id IN (SELECT id FROM orders)
  ), calls AS (
    UPDATE call_back SET person_id = $2, municipality = $3, household_id = $4, revision = revision + 1
    WHERE ${owned(7)} RETURNING id
  ), waiting AS (
    UPDATE waitlist_entry SET person_id = $2, municipality = $3, revision = revision + 1, clinic_ids = ${CLINIC_IDS}
    WHERE ${owned(8)} RETURNING id
  )
  SELECT 'rides' AS kind, id FROM rides
  UNION ALL SELECT 'standingOrders', id FROM orders
  UNION ALL SELECT 'callBacks', id FROM calls
  UNION ALL SELECT 'waitlistEntries', id FROM waiting
  ORDER BY 1, 2`;

/** Moves what belongs to a rider to another one. */
export async function moveBelongings(
  session: Session,
  fromId: string,
  to: Person,
  named: Belongings | null,
): Promise<Belongings> {
  const rows = await session.query<{ kind: keyof Belongings; id: string }>(MOVE, [
    fromId,
    to.id,
    to.municipality,
    to.householdId,
    named?.rides ?? null,
    named?.standingOrders ?? null,
    named?.callBacks ?? null,
    named?.waitlistEntries ?? null,
  ]);
  const idsOf = (wanted: keyof Belongings) => rows.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const kinds = Object.keys(NO_BELONGINGS) as (keyof Belongings)[];
  return Object.fromEntries(kinds.map((kind) => [kind, idsOf(kind)])) as unknown as Belongings;
}
