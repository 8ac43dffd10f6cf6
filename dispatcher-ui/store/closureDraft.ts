import type { ClosureInput } from '../../backend/contract/index.ts';
import { readTime } from './readTime.ts';

/** [lon, lat] in degrees. */
export type MapPoint = readonly [number, number];

/** One end of a stretch, or the middle of an area: as typed or pressed, with where it is. */
export interface ClosurePlace {
  readonly text: string;
  readonly at: MapPoint | null;
}

/** What is closed: a road from end to end, a part of it, what lies around a place, or what lies inside a drawn line. */
export const CLOSURE_KINDS = ['road', 'part', 'around', 'area'] as const;
export type ClosureKind = (typeof CLOSURE_KINDS)[number];

/** When: from now on, between two moments, or every year between two days. */
export const CLOSURE_WHENS = ['now', 'span', 'yearly'] as const;
export type ClosureWhen = (typeof CLOSURE_WHENS)[number];

/** Everything typed into the closure form, kept as typed. */
export interface ClosureDraft {
  readonly kind: ClosureKind;
  /** Number of the road, `252`. */
  readonly ref: string;
  readonly ends: readonly [ClosurePlace, ClosurePlace];
  readonly centre: ClosurePlace;
  readonly radiusMetres: number;
  /** Corners of the drawn area. */
  readonly ring: readonly MapPoint[];
  readonly name: string;
  readonly reason: string;
  readonly when: ClosureWhen;
  /** `YYYY-MM-DD` and a time as typed; an empty last day: until further notice. */
  readonly fromDay: string;
  readonly fromTime: string;
  readonly toDay: string;
  readonly toTime: string;
  /** `MM-DD` as typed, `12-01` or `12/1`. */
  readonly yearlyFrom: string;
  readonly yearlyTo: string;
  readonly hasHours: boolean;
  readonly hoursFrom: string;
  readonly hoursTo: string;
  /** 0 = Sunday; none: every day. */
  readonly weekdays: readonly number[];
}

const NOWHERE: ClosurePlace = { text: '', at: null };

/** An empty form. */
export function emptyClosure(today: string): ClosureDraft {
  return {
    kind: 'part',
    ref: '',
    ends: [NOWHERE, NOWHERE],
    centre: NOWHERE,
    radiusMetres: 500,
    ring: [],
    name: '',
    reason: '',
    when: 'now',
    fromDay: today,
    fromTime: '',
    toDay: '',
    toTime: '',
    yearlyFrom: '',
    yearlyTo: '',
    hasHours: false,
    hoursFrom: '',
    hoursTo: '',
    weekdays: [],
  };
}

/** Fields of the form in the order in which they are asked. */
export const CLOSURE_FIELDS = [
  'ref',
  'end0',
  'end1',
  'centre',
  'ring',
  'from',
  'to',
  'yearly',
  'hours',
  'name',
  'reason',
] as const;
export type ClosureField = (typeof CLOSURE_FIELDS)[number];

export type ClosureProblem =
  | 'refMissing'
  | 'endMissing'
  | 'centreMissing'
  | 'ringTooSmall'
  | 'dayMissing'
  | 'timeUnreadable'
  | 'endsBeforeItBegins'
  | 'yearlyUnreadable'
  | 'hoursUnreadable'
  | 'nameMissing'
  | 'reasonMissing';

export type ClosureProblems = Partial<Record<ClosureField, ClosureProblem>>;

/** What is missing or wrong before anything is sent; empty when it can be sent. */
export function checkClosureDraft(draft: ClosureDraft): ClosureProblems {
  const problems: ClosureProblems = { ...stretchProblems(draft), ...timeProblems(draft) };
  if (draft.name.trim() === '') problems.name = 'nameMissing';
  if (draft.reason.trim() === '') problems.reason = 'reasonMissing';
  return problems;
}

function stretchProblems({ kind, ref, ends, centre, ring }: ClosureDraft): ClosureProblems {
  const problems: ClosureProblems = {};
  if ((kind === 'road' || kind === 'part') && ref.trim() === '') problems.ref = 'refMissing';
  if (kind === 'part' && !ends[0].at) problems.end0 = 'endMissing';
  if (kind === 'part' && !ends[1].at) problems.end1 = 'endMissing';
  if (kind === 'around' && !centre.at) problems.centre = 'centreMissing';
  if (kind === 'area' && ring.length < 3) problems.ring = 'ringTooSmall';
  return problems;
}

function timeProblems(draft: ClosureDraft): ClosureProblems {
  const problems: ClosureProblems = {};
  if (draft.when === 'span') {
    const from = momentText(draft.fromDay, draft.fromTime, '00:00');
    const to = momentText(draft.toDay, draft.toTime, '24:00');
    if (draft.fromDay === '') problems.from = 'dayMissing';
    else if (from === null) problems.from = 'timeUnreadable';
    if (draft.toDay !== '' && to === null) problems.to = 'timeUnreadable';
    else if (draft.toDay === '' && draft.toTime.trim() !== '') problems.to = 'dayMissing';
    else if (from && to && Date.parse(to) <= Date.parse(from)) problems.to = 'endsBeforeItBegins';
  }
  if (draft.when === 'yearly' && !(readMonthDay(draft.yearlyFrom) && readMonthDay(draft.yearlyTo))) {
    problems.yearly = 'yearlyUnreadable';
  }
  if (draft.hasHours && !(readHour(draft.hoursFrom) && readHour(draft.hoursTo))) {
    problems.hours = 'hoursUnreadable';
  }
  return problems;
}

/** What a complete draft enters; null while it has problems. */
export function closureInputOf(draft: ClosureDraft): ClosureInput | null {
  if (Object.keys(checkClosureDraft(draft)).length > 0) return null;
  const isSpan = draft.when === 'span';
  return {
    name: draft.name.trim(),
    reason: draft.reason.trim(),
    stretch: stretchOf(draft),
    from: isSpan ? momentText(draft.fromDay, draft.fromTime, '00:00') : null,
    to: isSpan && draft.toDay !== '' ? momentText(draft.toDay, draft.toTime, '24:00') : null,
    yearly:
      draft.when === 'yearly'
        ? { from: readMonthDay(draft.yearlyFrom)!, to: readMonthDay(draft.yearlyTo)! }
        : null,
    hours: draft.hasHours
      ? {
          from: readHour(draft.hoursFrom)!,
          to: readHour(draft.hoursTo)!,
          weekdays: draft.weekdays.length === 0 ? null : [...draft.weekdays].sort(),
        }
      : null,
  };
}

function stretchOf({ kind, ref, ends, centre, radiusMetres, ring }: ClosureDraft): ClosureInput['stretch'] {
  const at = ([lon, lat]: MapPoint) => ({ lon, lat });
  if (kind === 'area') return { kind: 'area', ring: ring.map(at) };
  if (kind === 'around') return { kind: 'area', ring: circleAround(centre.at!, radiusMetres).map(at) };
  const between: [{ lon: number; lat: number }, { lon: number; lat: number }] | null =
    kind === 'part' ? [at(ends[0].at!), at(ends[1].at!)] : null;
  return { kind: 'ref', ref: ref.trim(), between };
}

const METRES_PER_DEGREE = 111_320;
const CORNERS = 24;

/** Corners of a circle on the ground, good enough for some kilometres. */
export function circleAround([lon, lat]: MapPoint, radiusMetres: number): MapPoint[] {
  const north = radiusMetres / METRES_PER_DEGREE;
  const east = north / Math.cos((lat * Math.PI) / 180);
  return Array.from({ length: CORNERS }, (_, i) => {
    const angle = (i / CORNERS) * 2 * Math.PI;
    return [lon + east * Math.sin(angle), lat + north * Math.cos(angle)];
  });
}

/** `MM-DD` from `12-01`, `12/1`, `12月1日`; null when it is no day of the year. */
export function readMonthDay(text: string): string | null {
  const read = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (!read) return null;
  const [month, day] = [Number(read[1]), Number(read[2])];
  // A leap year, so that 29 February counts as a day.
  const date = new Date(Date.UTC(2024, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(5, 10);
}

/** `HH:MM` of a day's own hours; null when it is not one. */
function readHour(text: string): string | null {
  const time = readTime(text);
  return time !== null && time < '24:00' ? time : null;
}

/** ISO 8601 with Japan's offset; `whenEmpty` is the time where none is typed. */
function momentText(day: string, timeText: string, whenEmpty: '00:00' | '24:00'): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = timeText.trim() === '' ? whenEmpty : readTime(timeText);
  if (time === null) return null;
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const start = Date.parse(`${day}T00:00:00+09:00`);
  return new Date(start + (hour * 60 + minute) * 60_000).toISOString();
}

/** The form's field for a path in the server's answer; null: not a field's fault. */
export function closureFieldOf(path: string | null): ClosureField | null {
  const head = path?.split('.')[0] ?? null;
  if (head === 'stretch') return path === 'stretch.ring' ? 'ring' : 'ref';
  return CLOSURE_FIELDS.find((field) => field === head) ?? null;
}
