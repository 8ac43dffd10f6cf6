import type { StandingOrderView } from '../../backend/contract/index.ts';
import { type PlaceOption, placeKey } from './bookingDraft.ts';
import { readTime } from './readTime.ts';
import { draftOf, type SeriesDraft, type TypedSeries } from './seriesDraft.ts';

/** What two desks can change of a series at once: each part is one thing to decide about, whatever fields it has. */
const PARTS = {
  from: ['from', 'fromText'],
  to: ['to', 'toText'],
  weekdays: ['weekdays'],
  everyWeeks: ['everyWeeks'],
  time: ['timeText', 'timeKind'],
  wayHome: ['hasReturn', 'returnText', 'returnKind'],
  startDay: ['startDay'],
  endDay: ['endDay'],
  holidays: ['holidayRule', 'moveTo'],
  pauses: ['pauses'],
  party: ['companions', 'attendants', 'children'],
  luggage: ['luggage'],
  needs: ['needs'],
  note: ['note'],
} as const satisfies Record<string, readonly (keyof TypedSeries)[]>;
export type SeriesPart = keyof typeof PARTS;

/** What a part says, whatever way it was typed: equal where both desks mean the same. */
const MEANINGS: Readonly<Record<SeriesPart, (typed: TypedSeries) => unknown>> = {
  from: ({ from, fromText }) => placeMeant(from, fromText),
  to: ({ to, toText }) => placeMeant(to, toText),
  weekdays: ({ weekdays }) => [...weekdays].sort(),
  everyWeeks: ({ everyWeeks }) => everyWeeks,
  time: ({ timeText, timeKind }) => [readTime(timeText) ?? timeText, timeKind],
  wayHome: ({ hasReturn, returnText, returnKind }) =>
    hasReturn === 'yes' && [readTime(returnText) ?? returnText, returnKind],
  startDay: ({ startDay }) => startDay,
  endDay: ({ endDay }) => endDay,
  holidays: ({ holidayRule, moveTo }) => [holidayRule, holidayRule === 'move' && moveTo],
  pauses: ({ pauses }) => pauses.map(({ from, to }) => `${from}/${to}`).sort(),
  party: ({ companions, attendants, children }) => [companions, attendants, children],
  luggage: ({ luggage }) => luggage,
  needs: ({ needs }) => [...needs].sort(),
  note: ({ note }) => note.trim(),
};

function placeMeant(place: PlaceOption | null, text: string): string {
  return place ? placeKey(place) : text;
}

/** A part of a series that another desk has changed while this one was at work. */
export interface SeriesConflict {
  readonly part: SeriesPart;
  /** Both have changed it, or nobody knows: somebody has to choose. */
  readonly isBoth: boolean;
}

/** What another desk changed of a series meanwhile, in the order of the form. */
export function seriesConflicts(mine: SeriesDraft, theirs: TypedSeries): readonly SeriesConflict[] {
  const { base } = mine;
  const parts = Object.keys(PARTS) as SeriesPart[];
  const differ = (part: SeriesPart, a: TypedSeries, b: TypedSeries) =>
    JSON.stringify(MEANINGS[part](a)) !== JSON.stringify(MEANINGS[part](b));
  return parts
    .filter((part) => differ(part, mine, theirs) && (!base || differ(part, theirs, base)))
    .map((part) => ({ part, isBoth: !base || differ(part, mine, base) }));
}

/**
 * Both desks' changes in one, on the order as it stands: mine, and theirs where I changed nothing or theirs were chosen.
 * @param chosenTheirs of the parts that both have changed
 */
export function joinSeries(
  mine: SeriesDraft,
  order: StandingOrderView,
  chosenTheirs: ReadonlySet<SeriesPart>,
): SeriesDraft {
  const theirs = draftOf(order);
  const fields = seriesConflicts(mine, theirs)
    .filter(({ part, isBoth }) => !isBoth || chosenTheirs.has(part))
    .flatMap(({ part }): readonly (keyof TypedSeries)[] => PARTS[part]);
  const taken = Object.fromEntries(fields.map((field) => [field, theirs[field]]));
  const { orderId, revision, base, exceptions } = theirs;
  return { ...mine, ...taken, orderId, revision, base, exceptions };
}
