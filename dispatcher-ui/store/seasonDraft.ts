import type { RoadClassName, SeasonInput, SeasonView } from '../../backend/contract/index.ts';
import {
  checkTimes,
  emptyTimes,
  ROAD_TIME_FIELDS,
  type RoadTimeProblem,
  type RoadTimesDraft,
  timesInputOf,
} from './roadTimesDraft.ts';

/** Everything typed into the season form, kept as typed. */
export interface SeasonDraft extends RoadTimesDraft {
  /** The season that is being changed; null for a new one. */
  readonly id: string | null;
  readonly name: string;
  /** Per cent of the open road's speed that is left. */
  readonly percent: string;
  /** None: all kinds of roads. */
  readonly classes: readonly RoadClassName[];
  readonly above: string;
  readonly below: string;
  /** May another season slow the same roads at the same time? */
  readonly mayOverlap: boolean;
}

/** An empty form: a season comes every year unless it is said otherwise. */
export function emptySeason(today: string): SeasonDraft {
  return {
    ...emptyTimes(today, 'yearly'),
    id: null,
    name: '',
    percent: '',
    classes: [],
    above: '',
    below: '',
    mayOverlap: false,
  };
}

/** A season that stands, laid into the form to be changed. */
export function draftOfSeason(season: SeasonView, today: string): SeasonDraft {
  const { from, to, yearly, hours } = season;
  const local = (moment: string | null) =>
    moment === null ? ['', ''] : [moment.slice(0, 10), moment.slice(11, 16)];
  const [fromDay, fromTime] = local(from) as [string, string];
  const [toDay, toTime] = local(to) as [string, string];
  return {
    ...emptySeason(today),
    id: season.id,
    name: season.name,
    percent: String(Math.round(season.factor * 100)),
    classes: season.classes ?? [],
    above: season.aboveMetres === null ? '' : String(season.aboveMetres),
    below: season.belowMetres === null ? '' : String(season.belowMetres),
    when: yearly ? 'yearly' : from || to ? 'span' : 'now',
    fromDay: fromDay || today,
    fromTime,
    toDay,
    toTime,
    yearlyFrom: yearly?.from ?? '',
    yearlyTo: yearly?.to ?? '',
    hasHours: hours !== null,
    hoursFrom: hours?.from ?? '',
    hoursTo: hours?.to ?? '',
    weekdays: hours?.weekdays ?? [],
  };
}

/** Fields of the form in the order in which they are asked. */
export const SEASON_FIELDS = [
  'name',
  'factor',
  'classes',
  'aboveMetres',
  'belowMetres',
  ...ROAD_TIME_FIELDS,
  'mayOverlap',
] as const;
export type SeasonField = (typeof SEASON_FIELDS)[number];

export type SeasonProblem =
  | 'nameMissing'
  | 'percentUnreadable'
  | 'metresUnreadable'
  | 'altitudesExchanged'
  | RoadTimeProblem;

/** What is missing or wrong before anything is sent; empty when it can be sent. */
export function checkSeasonDraft(draft: SeasonDraft): Partial<Record<SeasonField, SeasonProblem>> {
  const problems: Partial<Record<SeasonField, SeasonProblem>> = { ...checkTimes(draft) };
  if (draft.name.trim() === '') problems.name = 'nameMissing';
  const percent = readNumber(draft.percent);
  if (percent === null || percent < 10 || percent > 100) problems.factor = 'percentUnreadable';
  const [above, below] = [readMetres(draft.above), readMetres(draft.below)];
  if (above === undefined) problems.aboveMetres = 'metresUnreadable';
  if (below === undefined) problems.belowMetres = 'metresUnreadable';
  if (typeof above === 'number' && typeof below === 'number' && below <= above) {
    problems.belowMetres = 'altitudesExchanged';
  }
  return problems;
}

/** What a complete draft enters; null while it has problems. */
export function seasonInputOf(draft: SeasonDraft): SeasonInput | null {
  if (Object.keys(checkSeasonDraft(draft)).length > 0) return null;
  return {
    name: draft.name.trim(),
    factor: readNumber(draft.percent)! / 100,
    classes: draft.classes.length === 0 ? null : [...draft.classes],
    aboveMetres: readMetres(draft.above) ?? null,
    belowMetres: readMetres(draft.below) ?? null,
    ...timesInputOf(draft),
    mayOverlap: draft.mayOverlap,
  };
}

function readNumber(text: string): number | null {
  const read = /^-?\d{1,4}$/.exec(text.normalize('NFKC').replace(/[%m]$/i, '').trim());
  return read ? Number(read[0]) : null;
}

/** null: left empty, so without bound; undefined: cannot be read. */
function readMetres(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const metres = readNumber(text);
  return metres !== null && metres >= -500 && metres <= 4000 ? metres : undefined;
}

/** The form's field for a path in the server's answer; null: not a field's fault. */
export function seasonFieldOf(path: string | null): SeasonField | null {
  const head = path?.split('.')[0] ?? null;
  return SEASON_FIELDS.find((field) => field === head) ?? null;
}
