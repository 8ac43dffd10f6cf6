import type { PersonView } from '../../backend/contract/index.ts';
import { type BookingDraft, emptyDraft } from './bookingDraft.ts';

/** Was the form entered for somebody else than the person? */
export function isForAnother({ enteredFor }: BookingDraft, person: PersonView): boolean {
  return enteredFor ? enteredFor.personId !== person.id : false;
}

/** Has anything been typed for the call of somebody else, which a ride of the person would replace? */
export function losesTyped(draft: BookingDraft, personId: string): boolean {
  if (draft.person?.id === personId) return false;
  const { fromText, toText, whenText, note, reference } = draft;
  return [fromText, toText, whenText, note, reference].some((text) => text.trim() !== '');
}

/**
 * The form once a rider is chosen, or typed over (null). Needs, note, company and proxy of a former rider must not go
 * with another; from, to and when stay where they were typed, because the caller said them, and go where a ride of the
 * former rider filled them. Whoever is chosen again finds all as it was.
 */
export function draftForRider(draft: BookingDraft, person: PersonView | null, today: string): BookingDraft {
  if (!person) return { ...draft, person: null, proxyId: null };
  const isAnother = isForAnother(draft, person);
  return {
    ...(isAnother ? withoutRider(draft, today) : draft),
    person,
    personText: `${person.familyName} ${person.givenName}`,
    proxyId: null,
    enteredFor: { personId: person.id, isFilled: !isAnother && draft.enteredFor?.isFilled === true },
  };
}

function withoutRider(draft: BookingDraft, today: string): BookingDraft {
  const { channel, reference, from, fromText, to, toText, whenText, day, timeKind } = draft;
  const said = draft.enteredFor?.isFilled ? {} : { from, fromText, to, toText, whenText, day, timeKind };
  return { ...emptyDraft(today), channel, reference, ...said };
}
