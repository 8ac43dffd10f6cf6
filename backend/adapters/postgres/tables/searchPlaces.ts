import { termGrams, wholeWordGrams, wordGrams } from '../../../domain/person/searchKeys.ts';
import type { Municipality, Place } from '../../../domain/place/place.ts';
import {
  PLACE_KEYS_VERSION,
  placeScore,
  placeTerms,
  placeWays,
  placeWords,
} from '../../../domain/place/placeKeys.ts';
import { looseGrams } from '../../../domain/search/looseWords.ts';
import { rowsAsJson, validPoint } from '../rows.ts';
import type { Parameter, Session } from '../session.ts';
import { type Located, locate, PLACE_COLUMNS } from './placeRows.ts';

/** How many candidates of each kind are looked at. */
const CANDIDATES = 400;

type Candidate = Located<Place> & { readonly terms: string };

/** Places as said on the telephone, the likeliest first. */
export async function searchPlaces(session: Session, text: string, limit: number): Promise<Place[]> {
  const words = placeWords(text);
  if (words.length === 0) return [];
  const exact = await list(session, ['search_grams @> $1::text[]'], [wordGrams(words)]);
  const found = rank(exact, words, []);
  if (found.length > 0) return found.slice(0, limit);
  const ways = placeWays(text);
  const parameters: Parameter[] = [wholeWordGrams(words)];
  const near = ways.map((way) =>
    way
      .map((word) => {
        parameters.push(looseGrams(word));
        return `search_grams && $${parameters.length}::text[]`;
      })
      .join(' AND '),
  );
  const loose = await list(session, [...near, 'search_grams && $1::text[]'], parameters);
  return rank(loose, words, ways).slice(0, limit);
}

/** Rows that fulfil one of the conditions, some of each. */
function list(
  session: Session,
  conditions: readonly string[],
  parameters: readonly Parameter[],
): Promise<readonly Candidate[]> {
  const each = conditions.map((condition) => `(SELECT id FROM place WHERE ${condition} LIMIT ${CANDIDATES})`);
  return session.query<Candidate>(
    `WITH candidate (id) AS (${each.join(' UNION ')})
    SELECT ${PLACE_COLUMNS}, search_terms AS terms FROM place JOIN candidate USING (id)
    ORDER BY char_length(name), kana COLLATE "C", id COLLATE "C"`,
    parameters,
  );
}

function rank(
  candidates: readonly Candidate[],
  words: readonly string[],
  ways: ReturnType<typeof placeWays>,
): Place[] {
  return candidates
    .flatMap(({ terms, ...row }) => {
      const score = placeScore(terms, words, ways);
      return score === undefined ? [] : [{ place: locate(row), score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => place);
}

/** Places as records of a statement, with their search keys. */
export async function placeRecords(session: Session, places: readonly Place[]): Promise<object[]> {
  const towns = await session.query<Pick<Municipality, 'code' | 'name' | 'kana'>>(
    'SELECT code, name, kana FROM municipality',
  );
  const townOf = new Map(towns.map((town) => [town.code, town]));
  return places.map(({ coordinates, ...rest }) => {
    const terms = placeTerms({ coordinates, ...rest }, townOf.get(rest.municipality));
    return { ...rest, ...validPoint(coordinates), terms, grams: termGrams(terms) };
  });
}

const LIST_OUTDATED = `
  SELECT ${PLACE_COLUMNS} FROM place WHERE keys_version < ${PLACE_KEYS_VERSION}
  ORDER BY id COLLATE "C" LIMIT $1::int FOR UPDATE SKIP LOCKED`;
const RENEW = `
  UPDATE place SET search_terms = terms, search_grams = grams, keys_version = ${PLACE_KEYS_VERSION}
  FROM jsonb_to_recordset($1::jsonb) AS r (id text, terms text, grams text[]) WHERE place.id = r.id`;

/** Writes search keys of an earlier form anew. */
export async function renewPlaceKeys(session: Session, limit: number): Promise<number> {
  const rows = await session.query<Located<Place>>(LIST_OUTDATED, [limit]);
  if (rows.length === 0) return 0;
  await session.query(RENEW, [rowsAsJson(await placeRecords(session, rows.map(locate)))]);
  return rows.length;
}
