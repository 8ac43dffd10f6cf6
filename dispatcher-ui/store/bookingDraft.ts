import type { NeedName, PersonView, PlaceChoice, RideView } from '../../backend/contract/index.ts';
import type { TimeKind } from './readWhen.ts';

/** A place chosen in the form: the rider's home, or a named one. */
export type PlaceOption =
  | { readonly kind: 'home' }
  | {
      readonly kind: 'named';
      readonly choice: PlaceChoice;
      readonly name: string;
      /** What tells it from others of the same name: reading, municipality. */
      readonly side: string;
    };

/** Everything typed into the booking form, kept as typed so that nothing is lost. */
export interface BookingDraft {
  readonly personText: string;
  readonly person: PersonView | null;
  /** Whom the rest of the form was entered for, and whether it was filled from a ride of theirs; null: nobody yet. */
  readonly enteredFor: { readonly personId: string; readonly isFilled: boolean } | null;
  /** The proxy who books for the rider; null: the rider. */
  readonly proxyId: string | null;
  readonly fromText: string;
  readonly from: PlaceOption | null;
  readonly toText: string;
  readonly to: PlaceOption | null;
  /** Day and time as said (`あす10時`); `readWhen` understands it. */
  readonly whenText: string;
  /** `YYYY-MM-DD`, for a time that is said without a day. */
  readonly day: string;
  /** For a time that does not say whether it is arriving or leaving. */
  readonly timeKind: TimeKind;
  readonly companions: number;
  readonly attendants: number;
  readonly children: number;
  readonly luggage: number;
  readonly needs: readonly NeedName[];
  readonly note: string;
  /** By telephone, or from a paper that came in. */
  readonly channel: 'phone' | 'fax';
  /** Number of the paper. */
  readonly reference: string;
  /** Why a rule is set aside for this ride. */
  readonly overrideReason: string;
  /** The ride that is changed; null: the form asks for a new one. */
  readonly replaces: RideView | null;
}

/** An empty form for a service day. "For ten o'clock" means being there by ten, so arriving is the usual kind. */
export function emptyDraft(day: string): BookingDraft {
  return {
    personText: '',
    person: null,
    enteredFor: null,
    proxyId: null,
    fromText: '',
    from: null,
    toText: '',
    to: null,
    whenText: '',
    day,
    timeKind: 'arriveBy',
    companions: 0,
    attendants: 0,
    children: 0,
    luggage: 0,
    needs: [],
    note: '',
    channel: 'phone',
    reference: '',
    overrideReason: '',
    replaces: null,
  };
}

/** Has nobody typed anything worth keeping? */
export function isUntouched(draft: BookingDraft): boolean {
  const { personText, fromText, toText, whenText, note, reference } = draft;
  return [personText, fromText, toText, whenText, note, reference].every((text) => text.trim() === '');
}

/** The key of a place, equal for the same place however it was found. */
export function placeKey(place: PlaceOption): string {
  if (place.kind === 'home') return 'home';
  const { choice } = place;
  if (choice.kind === 'coordinates') return `at:${choice.at.lon},${choice.at.lat}`;
  return choice.kind === 'home' ? 'home' : `${choice.kind}:${choice.id}`;
}
