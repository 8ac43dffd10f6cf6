import type { NeedName, PersonView, PlaceView, RiderEntryInput } from '../../backend/contract/index.ts';

/** A rider in the form, as typed. */
export interface RiderDraft {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  readonly birth: string;
  /** What stands in the search field of the home. */
  readonly homeText: string;
  /** The place chosen; null: the home stays as it is, or none is chosen yet. */
  readonly place: PlaceView | null;
  readonly houseName: string;
  readonly houseKana: string;
  readonly phone: string;
  /** Further numbers, parted by commas or spaces. */
  readonly otherPhones: string;
  readonly needs: readonly NeedName[];
  readonly note: string;
  readonly consentOn: string | null;
}

/** The fields that two desks can change at once. */
export const DRAFT_FIELDS = [
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'birth',
  'homeText',
  'houseName',
  'houseKana',
  'phone',
  'otherPhones',
  'needs',
  'note',
  'consentOn',
] as const satisfies readonly (keyof RiderDraft)[];
export type DraftField = (typeof DRAFT_FIELDS)[number];

export function emptyRider(seed: Partial<RiderDraft> = {}): RiderDraft {
  return {
    familyName: '',
    givenName: '',
    familyKana: '',
    givenKana: '',
    birth: '',
    homeText: '',
    place: null,
    houseName: '',
    houseKana: '',
    phone: '',
    otherPhones: '',
    needs: [],
    note: '',
    consentOn: null,
    ...seed,
  };
}

/** A registered rider in the form. */
export function draftOfRider(person: PersonView): RiderDraft {
  return {
    familyName: person.familyName,
    givenName: person.givenName,
    familyKana: person.familyKana,
    givenKana: person.givenKana,
    birth: String(person.birthYear),
    homeText: person.hamlet,
    place: null,
    houseName: person.houseName ?? '',
    houseKana: person.houseKana ?? '',
    phone: person.phone,
    otherPhones: person.otherPhones.join(', '),
    needs: person.needs,
    note: person.note ?? '',
    consentOn: person.consentOn,
  };
}

/**
 * What is sent.
 * @param person the rider that is changed; null: a new one
 */
export function entryOf(draft: RiderDraft, person: PersonView | null): RiderEntryInput {
  const isHomeKept = draft.place === null;
  return {
    familyName: draft.familyName,
    givenName: draft.givenName,
    familyKana: draft.familyKana,
    givenKana: draft.givenKana,
    birth: draft.birth,
    home: draft.place ? { kind: 'place', id: draft.place.id } : null,
    hamlet: isHomeKept && person ? draft.homeText : '',
    houseName: draft.houseName || null,
    houseKana: draft.houseKana || null,
    phone: draft.phone,
    otherPhones: draft.otherPhones.split(/[,、;\s]+/).filter((phone) => phone !== ''),
    needs: [...draft.needs],
    careLevel: person?.careLevel ?? null,
    certificates: [...(person?.certificates ?? [])],
    note: draft.note || null,
    consentOn: draft.consentOn,
  };
}

/** Fields without which nobody can be registered, in the order of the form. */
const NEEDED = ['familyName', 'familyKana', 'givenName', 'givenKana', 'birth'] as const;

/**
 * The fields that are still empty and must not be.
 * @param person the rider that is changed, who has a home already; null: a new one
 */
export function missingInRider(draft: RiderDraft, person: PersonView | null): readonly DraftField[] {
  const empty = NEEDED.filter((field) => draft[field].trim() === '');
  return draft.place || (person && draft.homeText.trim() !== '') ? empty : [...empty, 'homeText'];
}

/** A field that another desk has changed while this one was at work. */
export interface Conflict {
  readonly field: DraftField;
  readonly theirs: string;
  readonly mine: string;
  /** Both have changed it: somebody has to choose. */
  readonly isBoth: boolean;
}

/**
 * What another desk changed meanwhile.
 * @param base the rider as this desk had read them
 */
export function conflictsOf(base: RiderDraft, mine: RiderDraft, theirs: RiderDraft): readonly Conflict[] {
  return DRAFT_FIELDS.filter((field) => textOf(theirs, field) !== textOf(base, field)).map((field) => ({
    field,
    theirs: textOf(theirs, field),
    mine: textOf(mine, field),
    isBoth: textOf(mine, field) !== textOf(base, field) && textOf(mine, field) !== textOf(theirs, field),
  }));
}

/** Both desks' changes in one: mine, and theirs where I changed nothing or where theirs were chosen. */
export function joinDrafts(
  base: RiderDraft,
  mine: RiderDraft,
  theirs: RiderDraft,
  chosenTheirs: ReadonlySet<DraftField>,
): RiderDraft {
  const taken = conflictsOf(base, mine, theirs)
    .filter(({ field, isBoth }) => !isBoth || chosenTheirs.has(field))
    .map(({ field }) => field);
  const part = Object.fromEntries(taken.map((field) => [field, theirs[field]]));
  return { ...mine, ...part, ...(taken.includes('homeText') ? { place: null } : {}) };
}

function textOf(draft: RiderDraft, field: DraftField): string {
  const value = draft[field];
  return Array.isArray(value) ? [...value].sort().join(', ') : ((value as string | null) ?? '');
}

/** The form's field for a refused field of the entry. */
export function draftFieldOf(field: string | null): DraftField | null {
  if (field === null) return null;
  if (field === 'home') return 'homeText';
  const [first = ''] = field.split('.');
  return DRAFT_FIELDS.find((known) => known === first) ?? null;
}
