import { plainReading } from '../../../domain/person/normaliseKana.ts';
import type { Person } from '../../../domain/person/person.ts';
import {
  beginningWordGrams,
  searchWords,
  wholeWordGrams,
  wordGrams,
} from '../../../domain/person/searchKeys.ts';
import { loneName } from '../../../domain/search/loneName.ts';
import {
  compareLoose,
  isOneSlipAway,
  type LooseAnswer,
  RIDES_WITHIN_DAYS,
  type TypedName,
  typedName,
} from '../../../domain/search/looseNames.ts';
import {
  FEW_FOUND,
  kanjiPieces,
  type LooseWay,
  looseGrams,
  looseScore,
  looseWays,
  type ReadName,
  readingsFrom,
} from '../../../domain/search/looseWords.ts';
import type { Session } from '../session.ts';
import { PERSON_COLUMNS, type PersonRow, personOf } from './personRows.ts';

/** Has the rider of the row a ride of late, or one to come? */
const IS_RIDING = (personId: string) => `EXISTS (
  SELECT FROM ride WHERE ride.person_id = ${personId} AND ride.status <> 'cancelled'
    AND ride.day >= nullif(current_setting('ainori.today', true), '')::date - ${RIDES_WITHIN_DAYS})`;

/** How many candidates of each kind are looked at; whoever finds more must type more. */
const CANDIDATES = 300;
/** So many people of a name are asked how it is read. */
const READERS = 12;

/**
 * Candidates by index: rows that have all words as whole terms ($1), that begin with them ($2), that hold them ($3). Of
 * a name that thousands have, some of the best are taken, not all of them sorted. A word scores 3 as a whole term, 2 as
 * the beginning of one, 1 as a part: as `matchScore` counts. Of equal scores, names that begin as typed to the letter ($6)
 * come first: `beginsAsTyped`; of those, whoever rides.
 */
const SEARCH = `
  WITH candidate AS MATERIALIZED (
    SELECT * FROM person
    WHERE merged_into IS NULL AND id = ANY (ARRAY(
      SELECT people_having($1::text[], ${CANDIDATES}) UNION SELECT people_having($2::text[], ${CANDIDATES})
      UNION SELECT people_having($3::text[], ${CANDIDATES})))
  )
  SELECT ${PERSON_COLUMNS}, search_terms AS terms
  FROM candidate, LATERAL (
    SELECT min(score) AS lowest, sum(score) AS score FROM (
      SELECT CASE
        WHEN position(E'\\n' || word || E'\\n' IN search_terms) > 0 THEN 3
        WHEN position(E'\\n' || word IN search_terms) > 0 THEN 2
        WHEN position(word IN search_terms) > 0 THEN 1
        ELSE 0 END AS score
      FROM unnest($4::text[]) AS word
    ) AS words
  ) AS scored
  WHERE lowest > 0
  ORDER BY score DESC,
    (starts_with(family_kana || given_kana, $6) OR starts_with(family_name || given_name, $6)) DESC,
    ${IS_RIDING('candidate.id')} DESC,
    family_kana COLLATE "C", given_kana COLLATE "C", id COLLATE "C"
  LIMIT $5::int`;

/** How names in kanji are read, asked of some people who have them. */
const READINGS = `
  SELECT DISTINCT family_name AS "familyName", family_kana AS "familyKana", given_name AS "givenName",
    given_kana AS "givenKana"
  FROM person
  WHERE id = ANY (ARRAY(
    SELECT people_having(ARRAY[piece], ${READERS}) FROM unnest($1::text[]) AS piece))`;

/** Riders as an operator looks for them: those called so, then, where they are few, those who may be meant. */
export async function searchPeople(session: Session, text: string, limit: number): Promise<Person[]> {
  const words = searchWords(text);
  if (words.length === 0) return [];
  const rows = await session.query<TermsRow>(SEARCH, [
    wholeWordGrams(words),
    beginningWordGrams(words),
    wordGrams(words),
    words,
    limit,
    plainReading(text),
  ]);
  const lone = loneName(text);
  const read = rows.map(({ terms, ...row }) => ({ person: personOf(row), terms }));
  const found = (lone?.withoutStrays(read) ?? read).map(({ person }) => person);
  if (found.length >= Math.min(limit, FEW_FOUND) || words.every(isNumber)) return found;
  const name = typedName(text);
  const mayBeMeant = lone?.mayBeMeant(found) ?? (() => true);
  const isMeant = ({ person }: LooseAnswer) => mayBeMeant(person);
  const loosely = (await searchLoosely(session, text, name)).filter(isMeant);
  const isNamed = name.namesOneOf([...found, ...loosely.map(({ person }) => person)]);
  const slipped = isNamed ? [] : (await searchSlipped(session, name)).filter(isMeant);
  const others = [...loosely, ...slipped].sort(compareLoose);
  const people = new Map([...found, ...others.map(({ person }) => person)].map((one) => [one.id, one]));
  return [...people.values()].slice(0, limit);
}

/** A telephone number is there or not: nothing sounds like it. */
function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

/** Those who may be meant, by the words. */
async function searchLoosely(
  session: Session,
  text: string,
  name: TypedName,
): Promise<readonly LooseAnswer[]> {
  const ways = looseWays(text, readingsFrom(await readNames(session, kanjiPieces(text))));
  const candidates = await readCandidates(session, ways);
  return candidates.flatMap(({ terms, isRiding, ...row }) => {
    const score = looseScore(terms, ways);
    if (score === undefined) return [];
    const person = personOf(row);
    return [{ person, score, distance: name.distanceTo(person), isRiding }];
  });
}

/** Those whose whole name is one slip away, also where their compared forms are further apart. */
async function searchSlipped(session: Session, name: TypedName): Promise<readonly LooseAnswer[]> {
  const candidates = await readCandidates(session, name.ways());
  return candidates
    .map(({ terms: _, isRiding, ...row }) => ({ person: personOf(row), isRiding }))
    .map((row) => ({ ...row, score: 0, distance: name.distanceTo(row.person) }))
    .filter(({ distance }) => isOneSlipAway(distance));
}

async function readNames(session: Session, pieces: readonly string[]): Promise<readonly ReadName[]> {
  if (pieces.length === 0) return [];
  const names = await session.query<Pick<Person, 'familyName' | 'familyKana' | 'givenName' | 'givenKana'>>(
    READINGS,
    [wholeWordGrams(pieces)],
  );
  return names.flatMap(({ familyName, familyKana, givenName, givenKana }) => [
    { name: familyName, kana: familyKana },
    { name: givenName, kana: givenKana },
  ]);
}

/** A rider's row with the terms they are found by. */
type TermsRow = PersonRow & { readonly terms: string };

const MEANT = `
  SELECT ${PERSON_COLUMNS}, search_terms AS terms, ${IS_RIDING('person.id')} AS "isRiding" FROM person
  WHERE id = ANY (ARRAY(SELECT people_meant($1::jsonb, ${CANDIDATES}))) AND merged_into IS NULL
  ORDER BY family_kana COLLATE "C", given_kana COLLATE "C", id COLLATE "C"`;

/**
 * Rows that have one piece of every word of a way. Those that have its words whole are asked for apart: of a short name,
 * those with a slip may be more than are looked at.
 */
async function readCandidates(
  session: Session,
  ways: readonly LooseWay[],
): Promise<readonly (TermsRow & { readonly isRiding: boolean })[]> {
  const slack = ways.filter((way) => way.some(({ near }) => near.length > 0));
  const whole = slack.map((way) => way.map((word) => ({ ...word, near: [] })));
  const wanted = [...whole, ...ways].map((way) => way.map(looseGrams));
  return wanted.length === 0 ? [] : session.query(MEANT, [JSON.stringify(wanted)]);
}

/** So many people of a name are asked for its usual reading. */
const ASKED = 200;

/** How a family or given name is read, the most usual reading first. */
export async function listReadings(session: Session, name: string): Promise<readonly string[]> {
  const rows = await session.query<{ kana: string }>(
    `WITH named AS MATERIALIZED (
      SELECT family_name, family_kana, given_name, given_kana FROM person
      WHERE id = ANY (ARRAY(SELECT people_having($1::text[], ${ASKED})))
    ), reading AS (
      SELECT family_kana AS kana FROM named WHERE family_name = $2
      UNION ALL SELECT given_kana FROM named WHERE given_name = $2
    )
    SELECT kana FROM reading GROUP BY kana ORDER BY count(*) DESC, kana COLLATE "C"`,
    [wholeWordGrams(searchWords(name)), name],
  );
  return rows.map(({ kana }) => kana);
}
