import type { ClosureInput } from '../../backend/contract/index.ts';
import { METRES_PER_DEGREE } from '../../screen-kit/store/metresBetween.ts';
import {
  checkTimes,
  emptyTimes,
  ROAD_TIME_FIELDS,
  type RoadTimeProblem,
  type RoadTimesDraft,
  timesInputOf,
} from './roadTimesDraft.ts';

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

/** Everything typed into the closure form, kept as typed. */
export interface ClosureDraft extends RoadTimesDraft {
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
    ...emptyTimes(today, 'now'),
  };
}

/** Fields of the form in the order in which they are asked. */
export const CLOSURE_FIELDS = [
  'ref',
  'end0',
  'end1',
  'centre',
  'ring',
  ...ROAD_TIME_FIELDS,
  'name',
  'reason',
] as const;
export type ClosureField = (typeof CLOSURE_FIELDS)[number];

export type ClosureProblem =
  | 'refMissing'
  | 'endMissing'
  | 'centreMissing'
  | 'ringTooSmall'
  | 'nameMissing'
  | 'reasonMissing'
  | RoadTimeProblem;

export type ClosureProblems = Partial<Record<ClosureField, ClosureProblem>>;

/** What is missing or wrong before anything is sent; empty when it can be sent. */
export function checkClosureDraft(draft: ClosureDraft): ClosureProblems {
  const problems: ClosureProblems = { ...stretchProblems(draft), ...checkTimes(draft) };
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

/** What a complete draft enters; null while it has problems. */
export function closureInputOf(draft: ClosureDraft): ClosureInput | null {
  if (Object.keys(checkClosureDraft(draft)).length > 0) return null;
  return {
    name: draft.name.trim(),
    reason: draft.reason.trim(),
    stretch: stretchOf(draft),
    ...timesInputOf(draft),
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

/** A press on the map sets what the form still lacks: the ends one after the other, the middle, or the next corner. */
export function pressed(draft: ClosureDraft, point: MapPoint, text: string): ClosureDraft {
  const place: ClosurePlace = { text, at: point };
  if (draft.kind === 'area') return { ...draft, ring: [...draft.ring, point] };
  if (draft.kind === 'around') return { ...draft, centre: place };
  if (draft.kind === 'road') return draft;
  const [first, second] = draft.ends;
  return { ...draft, ends: first.at && !second.at ? [first, place] : [place, NOWHERE] };
}

/** What the draft puts on the map: its ends, or the corners of its area. */
export function draftPoints({ kind, ends, centre, ring, radiusMetres }: ClosureDraft): readonly MapPoint[] {
  if (kind === 'area') return ring;
  if (kind === 'around') return centre.at ? circleAround(centre.at, radiusMetres) : [];
  if (kind === 'road') return [];
  return ends.flatMap(({ at }) => (at ? [at] : []));
}

/** The form's field for a path in the server's answer; null: not a field's fault. */
export function closureFieldOf(path: string | null): ClosureField | null {
  const head = path?.split('.')[0] ?? null;
  if (head === 'stretch') return path === 'stretch.ring' ? 'ring' : 'ref';
  return CLOSURE_FIELDS.find((field) => field === head) ?? null;
}
