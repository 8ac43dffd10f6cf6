import { plainReading } from '../person/normaliseKana.ts';
import type { Person } from '../person/person.ts';
import { matchScore, searchWords, typedReading } from '../person/searchKeys.ts';
import { withoutManners } from './looseWords.ts';
import { LIKELY_SLIP, typingDistance } from './typedName.ts';

/** A name so short is another one after a slip and a change of voicing. */
const SHORT = 3;
const ONE_SLIP = 1;

/** A rider with the normalised terms they are found by. */
export interface FoundRow {
  readonly person: Person;
  readonly terms: string;
}

/** One word that is a name, a family or a given name, or both without a space. */
export interface LoneName {
  /**
   * Without those who only share its sounds: さと is in the reading of 会津美里町 and begins さとし, but whoever types さとう
   * means neither where somebody is called so.
   */
  readonly withoutStrays: <Row extends FoundRow>(rows: readonly Row[]) => readonly Row[];
  /**
   * Those of the riders who may be meant by a slip whose name is near as it is written. Beside one who is called as typed
   * stand only those whose name is easily heard or typed so.
   * @param found who was found to the letter
   */
  readonly mayBeMeant: (found: readonly Person[]) => (person: Person) => boolean;
}

/** What was typed, as one name. Undefined where it is more than a word, or no reading. */
export function loneName(text: string): LoneName | undefined {
  const spoken = withoutManners(text);
  const typed = typedReading(spoken);
  const [word, ...more] = searchWords(spoken);
  if (typed === undefined || word === undefined || more.length > 0 || /\s/.test(spoken)) return undefined;
  return {
    withoutStrays(rows) {
      const closeness = rows.map((row) => closenessOf(row, typed, word));
      const closest = Math.max(...closeness);
      const least = closest === AS_TYPED ? WHOLE : Math.min(closest, BEGINS);
      return rows.filter((_, i) => closeness[i]! >= least);
    },
    mayBeMeant(found) {
      const isCalledSo = found.some((person) => namesOf(person).slice(1).includes(typed));
      const farthest = isCalledSo ? LIKELY_SLIP : typed.length <= SHORT ? ONE_SLIP : undefined;
      return (person) =>
        farthest === undefined || namesOf(person).some((name) => typingDistance(typed, name) <= farthest);
    },
  };
}

/** How close a rider is to the word: a term of theirs begins with it, is it, or their name begins so to the letter. */
const [BEGINS, WHOLE, AS_TYPED] = [1, 2, 3];

function closenessOf({ person, terms }: FoundRow, typed: string, word: string): number {
  if (namesOf(person).some((name) => name.startsWith(typed))) return AS_TYPED;
  // A whole term scores 3, the beginning of one 2, a part 1.
  return (matchScore(terms, [word]) ?? 1) - 1;
}

/** Both names together, the family name, the given name, in hiragana as they are written. */
function namesOf({ familyKana, givenKana }: Person): readonly string[] {
  return [familyKana + givenKana, familyKana, givenKana].map(plainReading);
}
