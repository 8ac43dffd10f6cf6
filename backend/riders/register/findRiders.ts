import type { Person } from '../../domain/person/person.ts';
import type { Place } from '../../domain/place/place.ts';
import {
  maybeNearLandmark,
  type NearLandmark,
  namedTerms,
  saidNearLandmark,
} from '../../domain/search/landmarkWords.ts';
import type { Tables } from '../../ports/tables.ts';

/** A rider found, with the landmark near the home where that was asked for. */
export interface FoundRider {
  readonly person: Person;
  readonly near: { readonly place: string; readonly metres: number } | null;
}

/** People say "by the post office" of what is in sight or round a corner. */
const NEAR_METRES = 500;
/** Of a word like 郵便局 there are many. */
const MOST_LANDMARKS = 60;

type Searched = Pick<Tables, 'people' | 'places'>;

/**
 * Riders as an operator looks for them: by name, number, hamlet; or by a name and a landmark near the home
 * (郵便局のそばの佐藤さん), nearest first.
 */
export async function findRiders(
  tables: Searched,
  text: string,
  limit: number,
): Promise<readonly FoundRider[]> {
  const said = saidNearLandmark(text);
  const near = said ? await findNear(tables, said, limit) : [];
  const named = (await tables.people.search(text, limit)).map((person) => ({ person, near: null }));
  if (near.length > 0) return merged(near, named, limit);
  if (said || named.length > 0) return named;
  for (const maybe of maybeNearLandmark(text)) {
    const found = await findNear(tables, maybe, limit);
    if (found.length > 0) return found;
  }
  return [];
}

async function findNear(
  { people, places }: Searched,
  { landmark, name }: NearLandmark,
  limit: number,
): Promise<readonly FoundRider[]> {
  const terms = namedTerms(name);
  if (terms.length === 0) return [];
  const landmarks = (await places.searchPlaces(landmark, MOST_LANDMARKS)).filter(isLandmark);
  if (landmarks.length === 0) return [];
  const names = new Map(landmarks.map((place) => [place.id, place.name]));
  const found = await people.listNear(terms, landmarks, NEAR_METRES, limit);
  return found.map(({ person, placeId, metres }) => ({
    person,
    near: { place: names.get(placeId) ?? landmark, metres: Math.round(metres) },
  }));
}

/** Hamlets are searched by name already. */
function isLandmark({ kind }: Place): boolean {
  return kind !== 'hamlet';
}

function merged(
  first: readonly FoundRider[],
  more: readonly FoundRider[],
  limit: number,
): readonly FoundRider[] {
  const known = new Set(first.map(({ person }) => person.id));
  return [...first, ...more.filter(({ person }) => !known.has(person.id))].slice(0, limit);
}
