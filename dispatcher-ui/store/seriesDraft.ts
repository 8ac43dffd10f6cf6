import type {
  DayExceptionInput,
  StandingOrderView,
  StandingWishInput,
} from '../../backend/contract/index.ts';
import type { BookingDraft, PlaceOption } from './bookingDraft.ts';
import { readTime } from './readTime.ts';

type TimeKind = StandingWishInput['outbound']['kind'];

/** A pause as typed; a row that is empty is none. */
export interface PauseDraft {
  readonly from: string;
  readonly to: string;
}

/** Who comes along and what is needed, as in a booking. */
type PartyDraft = Pick<BookingDraft, 'companions' | 'attendants' | 'children' | 'luggage' | 'needs' | 'note'>;

/** Everything typed about a series, kept as typed so that nothing is lost. */
export interface TypedSeries extends PartyDraft {
  readonly fromText: string;
  readonly from: PlaceOption | null;
  readonly toText: string;
  readonly to: PlaceOption | null;
  /** `0` = Sunday … `6` = Saturday. */
  readonly weekdays: readonly string[];
  readonly everyWeeks: string;
  readonly startDay: string;
  readonly endDay: string;
  readonly pauses: readonly PauseDraft[];
  readonly holidayRule: StandingWishInput['holidayRule'];
  readonly moveTo: string;
  readonly timeText: string;
  readonly timeKind: TimeKind;
  readonly hasReturn: 'yes' | 'no';
  readonly returnText: string;
  readonly returnKind: TimeKind;
}

/** A series in the editor. */
export interface SeriesDraft extends TypedSeries {
  /** The kept order it changes; null: a new one. */
  readonly orderId: string | null;
  readonly revision: number;
  /** The order as it was when the change began; null: a new one, or not known. */
  readonly base: TypedSeries | null;
  readonly exceptions: readonly DayExceptionInput[];
}

/** An empty series from a day on: dialysis and the like go from home by a time and come home after one. */
export function emptySeries(startDay: string): SeriesDraft {
  return {
    orderId: null,
    revision: 0,
    base: null,
    fromText: '',
    from: null,
    toText: '',
    to: null,
    weekdays: [],
    everyWeeks: '1',
    startDay,
    endDay: '',
    pauses: [],
    holidayRule: 'skip',
    moveTo: '',
    timeText: '',
    timeKind: 'arriveBy',
    hasReturn: 'yes',
    returnText: '',
    returnKind: 'departAfter',
    companions: 0,
    attendants: 0,
    children: 0,
    luggage: 0,
    needs: [],
    note: '',
    exceptions: [],
  };
}

/** Does a draft say anything else than what it began from, single dates aside (they are kept one by one)? */
export function isChanged(draft: SeriesDraft, from: SeriesDraft): boolean {
  const part = ({ revision: _, base: __, exceptions: ___, fromText, toText, ...typed }: SeriesDraft) =>
    JSON.stringify([typed, typed.from ? '' : fromText, typed.to ? '' : toText]);
  const hasOwnDates = draft.orderId === null && draft.exceptions.length > 0;
  return hasOwnDates || part(draft) !== part(from);
}

/** Fields that can be wrong, in the order in which they are asked. */
export const SERIES_FIELDS = [
  'from',
  'to',
  'weekdays',
  'time',
  'return',
  'startDay',
  'endDay',
  'pauses',
  'moveTo',
] as const;
export type SeriesField = (typeof SERIES_FIELDS)[number];
export type SeriesProblem =
  | 'placeMissing'
  | 'samePlace'
  | 'weekdayMissing'
  | 'timeUnreadable'
  | 'returnTooEarly'
  | 'dayMissing'
  | 'endsBeforeItBegins';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The problems of a draft, by field; empty when it can be kept. */
export function checkSeries(draft: SeriesDraft): Partial<Record<SeriesField, SeriesProblem>> {
  const problems: Partial<Record<SeriesField, SeriesProblem>> = {};
  if (!draft.from) problems.from = 'placeMissing';
  if (!draft.to) problems.to = 'placeMissing';
  if (draft.from?.kind === 'home' && draft.to?.kind === 'home') problems.to = 'samePlace';
  if (draft.weekdays.length === 0) problems.weekdays = 'weekdayMissing';
  const time = readTime(draft.timeText);
  const home = readTime(draft.returnText);
  if (time === null) problems.time = 'timeUnreadable';
  if (draft.hasReturn === 'yes') {
    if (home === null) problems.return = 'timeUnreadable';
    else if (time !== null && home <= time) problems.return = 'returnTooEarly';
  }
  if (!isDay(draft.startDay)) problems.startDay = 'dayMissing';
  if (draft.endDay !== '' && draft.endDay < draft.startDay) problems.endDay = 'endsBeforeItBegins';
  const pause = draft.pauses.map(checkPause).find((problem) => problem !== null);
  if (pause) problems.pauses = pause;
  if (draft.holidayRule === 'move' && draft.moveTo === '') problems.moveTo = 'weekdayMissing';
  return problems;
}

/** What is wrong with one pause; null when it can be kept. */
export function checkPause({ from, to }: PauseDraft): SeriesProblem | null {
  if ((from === '') !== (to === '')) return 'dayMissing';
  return to < from ? 'endsBeforeItBegins' : null;
}

/** The series a complete draft asks for; null while it has problems. */
export function wishOf(draft: SeriesDraft): StandingWishInput | null {
  const { from, to, companions, attendants, children, luggage } = draft;
  if (!from || !to || Object.keys(checkSeries(draft)).length > 0) return null;
  const nameOf = (place: PlaceOption) => (place.kind === 'home' ? null : place.name);
  const choiceOf = (place: PlaceOption) => (place.kind === 'home' ? { kind: 'home' as const } : place.choice);
  return {
    from: choiceOf(from),
    to: choiceOf(to),
    fromName: nameOf(from),
    toName: nameOf(to),
    weekdays: draft.weekdays.map(Number),
    everyWeeks: Number(draft.everyWeeks),
    startDay: draft.startDay,
    endDay: draft.endDay || null,
    pauses: sortedPauses(draft.pauses),
    holidayRule: draft.holidayRule,
    moveToWeekday: draft.holidayRule === 'move' ? Number(draft.moveTo) : null,
    outbound: { kind: draft.timeKind, at: readTime(draft.timeText)! },
    homeward: draft.hasReturn === 'yes' ? { kind: draft.returnKind, at: readTime(draft.returnText)! } : null,
    companions,
    attendants,
    children,
    luggage,
    needs: [...draft.needs],
    note: draft.note.trim() === '' ? null : draft.note.trim(),
  };
}

function sortedPauses(pauses: readonly PauseDraft[]): StandingWishInput['pauses'] {
  return pauses
    .filter(({ from }) => from !== '')
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** A kept order in the editor. */
export function draftOf(order: StandingOrderView): SeriesDraft {
  const { id, revision, exceptions } = order;
  const typed = typedOf(order);
  return { ...typed, orderId: id, revision, base: typed, exceptions };
}

/** A kept order as it would be typed. */
export function typedOf({ wish }: Pick<StandingOrderView, 'wish'>): TypedSeries {
  const placeOf = (choice: StandingWishInput['from'], name: string | null): PlaceOption =>
    choice.kind === 'home' ? { kind: 'home' } : { kind: 'named', choice, name: name ?? '', side: '' };
  const { companions, attendants, children, luggage, needs, pauses } = wish;
  return {
    fromText: wish.fromName ?? '',
    from: placeOf(wish.from, wish.fromName),
    toText: wish.toName ?? '',
    to: placeOf(wish.to, wish.toName),
    weekdays: wish.weekdays.map(String),
    everyWeeks: String(wish.everyWeeks),
    startDay: wish.startDay,
    endDay: wish.endDay ?? '',
    pauses: pauses.map(({ from, to }) => ({ from, to })),
    holidayRule: wish.holidayRule,
    moveTo: wish.moveToWeekday === null ? '' : String(wish.moveToWeekday),
    timeText: wish.outbound.at,
    timeKind: wish.outbound.kind,
    hasReturn: wish.homeward ? 'yes' : 'no',
    returnText: wish.homeward?.at ?? '',
    returnKind: wish.homeward?.kind ?? 'departAfter',
    companions,
    attendants,
    children,
    luggage,
    needs,
    note: wish.note ?? '',
  };
}
