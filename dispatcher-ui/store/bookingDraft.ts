import type { NeedName, PersonView, PlaceView, RideRequest } from '../../backend/contract/index.ts';
import { readTime } from './readTime.ts';

/** A place chosen in the form: the rider's home, or a named one. */
export type PlaceOption = { readonly kind: 'home' } | { readonly kind: 'place'; readonly place: PlaceView };

/** Everything typed into the booking form, kept as typed so that nothing is lost. */
export interface BookingDraft {
  readonly personText: string;
  readonly person: PersonView | null;
  readonly fromText: string;
  readonly from: PlaceOption | null;
  readonly toText: string;
  readonly to: PlaceOption | null;
  readonly timeKind: 'arriveBy' | 'departAfter';
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly timeText: string;
  readonly companions: number;
  readonly attendants: number;
  readonly children: number;
  readonly needs: readonly NeedName[];
  readonly note: string;
}

/** An empty form for a service day. "For ten o'clock" means being there by ten, so arriving is the usual kind. */
export function emptyDraft(day: string): BookingDraft {
  return {
    personText: '',
    person: null,
    fromText: '',
    from: null,
    toText: '',
    to: null,
    timeKind: 'arriveBy',
    day,
    timeText: '',
    companions: 0,
    attendants: 0,
    children: 0,
    needs: [],
    note: '',
  };
}

/** Has anybody typed anything worth keeping? */
export function isUntouched(draft: BookingDraft): boolean {
  const { personText, fromText, toText, timeText, note } = draft;
  return [personText, fromText, toText, timeText, note].every((text) => text.trim() === '');
}

/** Fields of the form that can be wrong, in the order in which they are asked. */
export const DRAFT_FIELDS = ['person', 'from', 'to', 'day', 'time', 'party', 'note'] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** What is missing or wrong before anything is sent. */
export type DraftProblem =
  | 'personMissing'
  | 'fromMissing'
  | 'toMissing'
  | 'samePlace'
  | 'dayMissing'
  | 'timeMissing'
  | 'timeUnreadable';

export type DraftProblems = Partial<Record<DraftField, DraftProblem>>;

/** The problems of a draft, by field; empty when it can be sent. */
export function checkDraft(draft: BookingDraft): DraftProblems {
  const problems: DraftProblems = {};
  if (!draft.person) problems.person = 'personMissing';
  if (!draft.from) problems.from = 'fromMissing';
  if (!draft.to) problems.to = 'toMissing';
  if (draft.from && draft.to && isSamePlace(draft.from, draft.to)) problems.to = 'samePlace';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.day)) problems.day = 'dayMissing';
  if (draft.timeText.trim() === '') problems.time = 'timeMissing';
  else if (readTime(draft.timeText) === null) problems.time = 'timeUnreadable';
  return problems;
}

function isSamePlace(one: PlaceOption, other: PlaceOption): boolean {
  if (one.kind === 'home' || other.kind === 'home') return one.kind === other.kind;
  return one.place.id === other.place.id;
}

/** The request a complete draft asks for; null while it has problems. */
export function requestOf(draft: BookingDraft): RideRequest | null {
  const at = readTime(draft.timeText);
  const { person, from, to } = draft;
  if (!person || !from || !to || at === null || Object.keys(checkDraft(draft)).length > 0) return null;
  const { companions, attendants, children } = draft;
  return {
    channel: 'phone',
    personId: person.id,
    from: from.kind === 'home' ? { kind: 'home' } : { kind: 'place', id: from.place.id },
    to: to.kind === 'home' ? { kind: 'home' } : { kind: 'place', id: to.place.id },
    time: { kind: draft.timeKind, day: draft.day, at },
    party: { companions, attendants, children },
    needs: [...draft.needs],
    note: draft.note.trim() === '' ? null : draft.note.trim(),
  };
}

/** The form's field for a path in the server's answer (`party.companions`, `time.at`); null: not a field's fault. */
export function draftFieldOf(path: string | null): DraftField | null {
  if (path === null) return null;
  const [head, next] = path.split('.');
  if (head === 'personId' || head === 'person') return 'person';
  if (head === 'time') return next === 'day' ? 'day' : 'time';
  if (head === 'day') return 'day';
  if (head === 'companions' || head === 'attendants' || head === 'children' || head === 'needs')
    return 'party';
  return DRAFT_FIELDS.find((field) => field === head) ?? null;
}
