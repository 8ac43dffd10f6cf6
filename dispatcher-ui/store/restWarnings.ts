import type { StopRest } from '../../backend/contract/index.ts';
import type { BoardRow } from './boardRows.ts';

/** A driver whose hours at the wheel, or whose rest before the shift, need somebody's eye. */
export type RestWarning = WheelWarning | UnrestedWarning;

/** A shift that begins before its driver has had the rest owed since the day before. */
export interface UnrestedWarning {
  readonly row: BoardRow;
  readonly kind: 'unrested';
  readonly restedFrom: number;
  /** When the vehicle is to leave before that; null: it is not. */
  readonly leavesAt: number | null;
}

/** A driver whose hours at the wheel need somebody's eye. */
export interface WheelWarning {
  readonly row: BoardRow;
  /** `over`: beyond the law if nothing is done; `due`: the rest that is owed comes soon, and little room is left. */
  readonly kind: 'over' | 'due';
  /** The rest that comes next; null where none is planned. */
  readonly rest: StopRest | null;
  /** At the wheel without a whole rest, when that rest begins or at the worst. */
  readonly drivingSeconds: number;
  /** When the limit is reached as planned; null: it is kept. */
  readonly limitReachedAt: number | null;
  /** Promises after it that will not be kept. */
  readonly lateCount: number;
}

/** Told this long before the rest begins: time enough to find another driver or vehicle. */
const NOTICE_SECONDS = 3600;
/** A rest that comes with more room than this below the limit is nothing to watch. */
const TIGHT_SECONDS = 900;
/** Between two parts at one place people get in and out, for no longer than this. */
const BOARDING_SECONDS = 600;

/** The drivers to be watched today: over the limit first, then unrested (who leave too soon first), then by the time of the rest. */
export function restWarnings(rows: readonly BoardRow[], nowSecond: number): readonly RestWarning[] {
  return rows
    .flatMap((row): RestWarning[] => {
      const warning = unrestedOf(row, nowSecond) ?? wheelOf(row, nowSecond);
      return warning ? [warning] : [];
    })
    .sort(byUrgency);
}

/** The shifts of a day to come that begin before their drivers are rested; those who leave too soon first. */
export function unrestedShifts(rows: readonly BoardRow[]): readonly UnrestedWarning[] {
  return rows.flatMap((row) => unrestedOf(row, Number.NEGATIVE_INFINITY) ?? []).sort(byUrgency);
}

/** What a shift's own row says of it: its driver still rests, or is to leave before that; null: neither. */
export function unrestedMark(warnings: readonly RestWarning[], shiftId: string): 'rests' | 'leaves' | null {
  const warning = warnings.find(({ row }) => row.shiftId === shiftId);
  if (warning?.kind !== 'unrested') return null;
  return warning.leavesAt === null ? 'rests' : 'leaves';
}

const RANK = { over: 0, leavesUnrested: 1, unrested: 2, due: 3 };

function rankOf(warning: RestWarning): number {
  return warning.kind === 'unrested' && warning.leavesAt !== null ? RANK.leavesUnrested : RANK[warning.kind];
}

function byUrgency(a: RestWarning, b: RestWarning): number {
  return rankOf(a) - rankOf(b) || timeOf(a) - timeOf(b);
}

function timeOf(warning: RestWarning): number {
  return warning.kind === 'unrested' ? warning.row.shift.start : (warning.rest?.from ?? 0);
}

function unrestedOf(row: BoardRow, nowSecond: number): UnrestedWarning | null {
  const { restedFrom, ended, departure, stops } = row.shift;
  if (restedFrom === undefined || restedFrom <= nowSecond || ended !== undefined) return null;
  const leavesAt = stops.length > 0 && departure < restedFrom ? departure : null;
  return { row, kind: 'unrested', restedFrom, leavesAt };
}

function wheelOf(row: BoardRow, nowSecond: number): WheelWarning | null {
  const { atWheel, finish } = row.shift;
  if (!atWheel || finish <= nowSecond) return null;
  const rest = nextRest(row.rests, nowSecond);
  const { limitSeconds, longestAheadSeconds, limitReachedAt = null } = atWheel;
  const { lateCount } = row;
  if (isOverLimit(row, nowSecond)) {
    return { row, kind: 'over', rest, drivingSeconds: longestAheadSeconds, limitReachedAt, lateCount };
  }
  if (!rest || rest.from > nowSecond + NOTICE_SECONDS) return null;
  const isTight = rest.drivingSeconds > limitSeconds - TIGHT_SECONDS;
  return isTight || lateCount > 0
    ? { row, kind: 'due', rest, drivingSeconds: rest.drivingSeconds, limitReachedAt: null, lateCount }
    : null;
}

/** Is a driver who is still out to be at the wheel for longer than the law allows? */
export function isOverLimit({ shift: { atWheel, finish } }: BoardRow, nowSecond: number): boolean {
  return atWheel !== undefined && atWheel.longestAheadSeconds > atWheel.limitSeconds && finish > nowSecond;
}

/** The first rest that is not over, with the parts that follow on it without any driving: they are one. */
function nextRest(rests: readonly StopRest[], nowSecond: number): StopRest | null {
  const first = rests.findIndex(({ until }) => until > nowSecond);
  let last = first;
  while (last >= 0 && rests[last + 1] && isSameRest(rests[last]!, rests[last + 1]!)) last += 1;
  return first < 0 ? null : { ...rests[first]!, until: rests[last]!.until };
}

function isSameRest(before: StopRest, after: StopRest): boolean {
  return after.drivingSeconds === before.drivingSeconds && after.from - before.until <= BOARDING_SECONDS;
}
