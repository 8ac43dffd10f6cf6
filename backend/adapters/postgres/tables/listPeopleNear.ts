import type { Person } from '../../../domain/person/person.ts';
import { wholeWordGrams } from '../../../domain/person/searchKeys.ts';
import type { Place } from '../../../domain/place/place.ts';
import { validPoint } from '../rows.ts';
import type { Session } from '../session.ts';
import { PERSON_COLUMNS, type PersonRow, personOf } from './personRows.ts';

const NEAR = `
  SELECT ${PERSON_COLUMNS}, near.place_id AS "placeId", near.metres
  FROM person JOIN people_near($1::text[], $2::jsonb, $3::double precision, $4::int) AS near
    ON near.person_id = person.id
  ORDER BY near.metres, person.id COLLATE "C"`;

/** Riders of a name whose home is near one of the places, nearest first. */
export async function listPeopleNear(
  session: Session,
  names: readonly string[],
  places: readonly Pick<Place, 'id' | 'coordinates'>[],
  withinMetres: number,
  limit: number,
): Promise<readonly { person: Person; placeId: string; metres: number }[]> {
  if (names.length === 0 || places.length === 0) return [];
  const spots = places.map(({ id, coordinates }) => ({ id, ...validPoint(coordinates) }));
  const rows = await session.query<PersonRow & { placeId: string; metres: number }>(NEAR, [
    wholeWordGrams(names),
    JSON.stringify(spots),
    withinMetres,
    limit,
  ]);
  return rows.map(({ placeId, metres, ...row }) => ({ person: personOf(row), placeId, metres }));
}
