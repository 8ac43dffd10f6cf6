import type {
  DayExceptionInput,
  StandingOrderView,
  StandingWishInput,
} from '../../backend/contract/index.ts';
import type { PlaceOption } from './bookingDraft.ts';
import { readTime } from './readTime.ts';

type TimeKind = StandingWishInput['outbound']['kind'];

/** Everything typed about a series, kept as typed so that nothing is lost. */
export interface SeriesDraft {
  /** The kept order it changes; null: a new one. */
  readonly orderId: string | null;
  readonly revision: number;
  readonly fromText: string;
  readonly from: PlaceOption | null;
  readonly toText: string;
  readonly to: PlaceOption | null;
  /** `0` = Sunday … `6` = Saturday. */
  readonly weekdays: readonly string[];
  readonly everyWeeks: string;
  readonly startDay: string;
  readonly endDay: string;
  /** Pauses before the one that the editor shows; kept as they are. */
  readonly earlierPauses: StandingWishInput['pauses'];
  readonly pauseFrom: string;
  readonly pauseTo: string;
  readonly holidayRule: StandingWishInput['holidayRule'];
  readonly moveTo: string;
  readonly timeText: string;
  readonly timeKind: TimeKind;
  readonly hasReturn: 'yes' | 'no';
  readonly returnText: string;
  /** The editor asks for leaving times of the way home; a kept order may have another kind. */
  readonly returnKind: TimeKind;
  readonly companions: number;
  readonly note: string;
  readonly exceptions: readonly DayExceptionInput[];
  /** Of a kept order: what the editor does not show. */
  readonly rest: Pick<StandingWishInput, 'attendants' | 'children' | 'luggage' | 'needs'>;
}

/** An empty series from a day on: dialysis and the like go from home by a time and come home after one. */
export function emptySeries(startDay: string): SeriesDraft {
  return {
    orderId: null,
    revision: 0,
    fromText: '',
    from: null,
    toText: '',
    to: null,
    weekdays: [],
    everyWeeks: '1',
    startDay,
    endDay: '',
    earlierPauses: [],
    pauseFrom: '',
    pauseTo: '',
    holidayRule: 'skip',
    moveTo: '',
    timeText: '',
    timeKind: 'arriveBy',
    hasReturn: 'yes',
    returnText: '',
    returnKind: 'departAfter',
    companions: 0,
    note: '',
    exceptions: [],
    rest: { attendants: 0, children: 0, luggage: 0, needs: [] },
  };
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
  'pause',
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
  const { pauseFrom, pauseTo } = draft;
  if ((pauseFrom === '') !== (pauseTo === '')) problems.pause = 'dayMissing';
  else if (pauseTo < pauseFrom) problems.pause = 'endsBeforeItBegins';
  if (draft.holidayRule === 'move' && draft.moveTo === '') problems.moveTo = 'weekdayMissing';
  return problems;
}

/** The series a complete draft asks for; null while it has problems. @param homeName what the rider's home is called */
export function wishOf(draft: SeriesDraft, homeName: string): StandingWishInput | null {
  const { from, to, pauseFrom, pauseTo } = draft;
  if (!from || !to || Object.keys(checkSeries(draft)).length > 0) return null;
  const nameOf = (place: PlaceOption) => (place.kind === 'home' ? homeName : place.name);
  const choiceOf = (place: PlaceOption) => (place.kind === 'home' ? { kind: 'home' as const } : place.choice);
  return {
    ...draft.rest,
    needs: [...draft.rest.needs],
    from: choiceOf(from),
    to: choiceOf(to),
    fromName: nameOf(from),
    toName: nameOf(to),
    weekdays: draft.weekdays.map(Number),
    everyWeeks: Number(draft.everyWeeks),
    startDay: draft.startDay,
    endDay: draft.endDay || null,
    pauses: [...draft.earlierPauses, ...(pauseFrom === '' ? [] : [{ from: pauseFrom, to: pauseTo }])],
    holidayRule: draft.holidayRule,
    moveToWeekday: draft.holidayRule === 'move' ? Number(draft.moveTo) : null,
    outbound: { kind: draft.timeKind, at: readTime(draft.timeText)! },
    homeward: draft.hasReturn === 'yes' ? { kind: draft.returnKind, at: readTime(draft.returnText)! } : null,
    companions: draft.companions,
    note: draft.note.trim() === '' ? null : draft.note.trim(),
  };
}

/** A kept order in the editor. */
export function draftOf({ id, revision, wish, exceptions }: StandingOrderView): SeriesDraft {
  const placeOf = (choice: StandingWishInput['from'], name: string): PlaceOption =>
    choice.kind === 'home' ? { kind: 'home' } : { kind: 'named', choice, name, side: '' };
  const { attendants, children, luggage, needs, pauses } = wish;
  return {
    ...emptySeries(wish.startDay),
    orderId: id,
    revision,
    fromText: wish.fromName,
    from: placeOf(wish.from, wish.fromName),
    toText: wish.toName,
    to: placeOf(wish.to, wish.toName),
    weekdays: wish.weekdays.map(String),
    everyWeeks: String(wish.everyWeeks),
    endDay: wish.endDay ?? '',
    earlierPauses: pauses.slice(0, -1),
    pauseFrom: pauses.at(-1)?.from ?? '',
    pauseTo: pauses.at(-1)?.to ?? '',
    holidayRule: wish.holidayRule,
    moveTo: wish.moveToWeekday === null ? '' : String(wish.moveToWeekday),
    timeText: wish.outbound.at,
    timeKind: wish.outbound.kind,
    hasReturn: wish.homeward ? 'yes' : 'no',
    returnText: wish.homeward?.at ?? '',
    returnKind: wish.homeward?.kind ?? 'departAfter',
    companions: wish.companions,
    note: wish.note ?? '',
    exceptions,
    rest: { attendants, children, luggage, needs },
  };
}

/** One key on a date: leaves it out, takes it in, or makes it as usual again. */
export function toggleException(
  exceptions: readonly DayExceptionInput[],
  date: { readonly seriesDay: string; readonly rides: boolean },
): DayExceptionInput | { readonly day: string; readonly kind: null } {
  const known = exceptions.find(({ day }) => day === date.seriesDay);
  if (known) return { day: date.seriesDay, kind: null };
  return { day: date.seriesDay, kind: date.rides ? 'skip' : 'ride' };
}
