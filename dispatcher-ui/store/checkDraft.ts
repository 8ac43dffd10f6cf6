import type { PlaceChoice } from '../../backend/contract/index.ts';
import { type BookingDraft, type PlaceOption, placeKey } from './bookingDraft.ts';
import type { AskBody } from './callStage.ts';
import { type AskedMoment, readWhen, type TimeKind, type WhenProblem } from './readWhen.ts';

/** Fields of the form that can be wrong, in the order in which they are asked. */
export const DRAFT_FIELDS = ['reference', 'person', 'from', 'to', 'when', 'party', 'note'] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

/** What is missing or wrong before anything is sent. */
export type DraftProblem =
  | 'referenceMissing'
  | 'personMissing'
  | 'personUnchosen'
  | 'fromMissing'
  | 'fromUnchosen'
  | 'toMissing'
  | 'toUnchosen'
  | 'samePlace'
  | 'changeOneDay'
  | WhenProblem;

export type DraftProblems = Partial<Record<DraftField, DraftProblem>>;

/** What a draft asks for once it is whole: the dates, and whether they are of arriving or of leaving. */
export interface AskedTimes {
  readonly moments: readonly AskedMoment[];
  readonly kind: TimeKind;
}

/** Dates and kind of time of a draft; the words typed come before what is ticked. */
export function timesOf(draft: BookingDraft, today: string): AskedTimes | WhenProblem {
  const reading = readWhen(draft.whenText, today, draft.day);
  if (typeof reading === 'string') return reading;
  return { moments: reading.moments, kind: reading.kind ?? draft.timeKind };
}

/** The problems of a draft, by field; empty when it can be sent. */
export function checkDraft(draft: BookingDraft, today: string): DraftProblems {
  const problems: DraftProblems = {};
  const { person, from, to } = draft;
  if (draft.channel === 'fax' && draft.reference.trim() === '') problems.reference = 'referenceMissing';
  if (!person) problems.person = draft.personText.trim() ? 'personUnchosen' : 'personMissing';
  if (!from) problems.from = draft.fromText.trim() ? 'fromUnchosen' : 'fromMissing';
  if (!to) problems.to = draft.toText.trim() ? 'toUnchosen' : 'toMissing';
  if (from && to && placeKey(from) === placeKey(to)) problems.to = 'samePlace';
  const times = timesOf(draft, today);
  if (typeof times === 'string') problems.when = times;
  else if (draft.replaces && times.moments.length > 1) problems.when = 'changeOneDay';
  return problems;
}

/**
 * What a complete draft asks for: a ride for every date; empty while it has problems.
 * @param override the rule to be set aside, for the reason typed
 * @param group what the rides of several dates have in common
 */
export function asksOf(
  draft: BookingDraft,
  today: string,
  override: string | null,
  group: string,
): readonly AskBody[] {
  const { person, from, to } = draft;
  const times = timesOf(draft, today);
  if (!person || !from || !to || typeof times === 'string') return [];
  if (Object.keys(checkDraft(draft, today)).length > 0) return [];
  const { companions, attendants, children, luggage } = draft;
  const common = {
    channel: draft.channel,
    reference: draft.channel === 'fax' ? draft.reference.trim() : null,
    personId: person.id,
    proxyId: draft.proxyId,
    from: choiceOf(from),
    to: choiceOf(to),
    party: { companions, attendants, children, luggage },
    needs: [...draft.needs],
    note: draft.note.trim() === '' ? null : draft.note.trim(),
    override: override === null ? null : { rule: override, reason: draft.overrideReason.trim() },
  };
  return times.moments.map(({ day, at }) => ({
    kind: 'ride',
    request: {
      ...common,
      time: { kind: times.kind, day, at },
      ...(times.moments.length > 1 ? { group } : { replaces: draft.replaces?.id ?? null }),
    },
  }));
}

function choiceOf(place: PlaceOption): PlaceChoice {
  return place.kind === 'home' ? { kind: 'home' } : place.choice;
}

/** The form's field for a path in the server's answer (`party.companions`, `time.at`); null: not a field's fault. */
export function draftFieldOf(path: string | null): DraftField | null {
  if (path === null) return null;
  const [head] = path.split('.');
  if (head === 'personId' || head === 'proxyId' || head === 'person') return 'person';
  if (head === 'time' || head === 'day') return 'when';
  if (
    head === 'luggage' ||
    head === 'companions' ||
    head === 'attendants' ||
    head === 'children' ||
    head === 'needs'
  )
    return 'party';
  return DRAFT_FIELDS.find((field) => field === head) ?? null;
}
