import type { PositionView, RidePlaceView, RideView, StopView } from '../../backend/contract/index.ts';
import { metresBetween } from '../../screen-kit/store/metresBetween.ts';
import type { BoardRow } from './boardRows.ts';

/** The last thing a driver told. */
export interface LastWord {
  readonly kind: 'arrived' | 'left' | 'boarded' | 'alighted';
  readonly second: number;
  readonly place: RidePlaceView;
}

/** A vehicle whose driver was to report something a good while ago and did not. Seconds of the service day. */
export interface Silence {
  readonly row: BoardRow;
  /**
   * `leave`: its device tells that it still stands in the depot, which it was to leave; `arrive`: it was to be at a stop; `board`: it is there, and
   * people were to be in or out.
   */
  readonly kind: 'leave' | 'arrive' | 'board';
  /** The stop that is meant; null: the depot. */
  readonly stopId: string | null;
  /** The stop's place; null: the depot. */
  readonly place: RidePlaceView | null;
  /** Ride ids: who gets in there, else who gets out. */
  readonly rideIds: readonly string[];
  /** When the report was due. */
  readonly due: number;
  /** The end of the earliest promise to fetch somebody at that stop; null: nobody is to be fetched there. */
  readonly promisedUntil: number | null;
  readonly lastWord: LastWord | null;
  /** When the device last told where it is; null: not on this day. */
  readonly seenAt: number | null;
  /** Does the device still tell where it is? Then a tap was forgotten rather than the signal lost. */
  readonly isConnected: boolean;
}

/** The board's day at one moment. */
export interface SilenceQuestion {
  readonly nowSecond: number;
  /** The same moment in ms since 1970. */
  readonly nowMoment: number;
  readonly rides: ReadonlyMap<string, RideView>;
  /** By shift id. */
  readonly positions: ReadonlyMap<string, PositionView>;
  /** How long after it was due a report is missed. */
  readonly afterSeconds: number;
}

/** Nearer to the depot than this a vehicle has not left: yards are large, and devices are a little off. */
const DEPOT_METRES = 300;

/** A device that works tells its place every two minutes, also when it stands. */
const CONNECTED_SECONDS = 300;

/**
 * The vehicles of which nothing is heard, whoever is silent for longest first. What was reported is never silence: a
 * vehicle that is late by its own reports has new times, and those are not over yet.
 */
export function silentShifts(rows: readonly BoardRow[], question: SilenceQuestion): readonly Silence[] {
  return rows.flatMap((row) => silenceOf(row, question) ?? []).sort((a, b) => a.due - b.due);
}

function silenceOf(row: BoardRow, question: SilenceQuestion): Silence | null {
  const { nowSecond, afterSeconds, rides } = question;
  const position = question.positions.get(row.shiftId);
  const seenAt = position
    ? nowSecond - Math.round((question.nowMoment - Date.parse(position.at)) / 1000)
    : null;
  const lastWord = lastWordOf(row, rides);
  const isOver = (due: number) => nowSecond > Math.max(due, lastWord?.second ?? due) + afterSeconds;
  const waitedFor = waitedForOf(row, rides);
  if (!waitedFor) return null;
  const about = {
    row,
    lastWord,
    seenAt,
    isConnected: seenAt !== null && nowSecond - seenAt <= CONNECTED_SECONDS,
  };
  if (isOver(waitedFor.due)) {
    const { kind, stop, due } = waitedFor;
    const { id: stopId, place, pickups, dropoffs } = stop;
    const rideIds = pickups.length > 0 ? pickups : dropoffs;
    return { ...about, kind, stopId, place, rideIds, due, promisedUntil: promisedUntil(stop, rides) };
  }
  const { departure } = row.shift;
  // Nobody taps on leaving the depot: without a place that the device told since, nothing is known of it.
  const isStanding =
    position !== undefined && seenAt! >= departure && metresBetween(row.shift.depot, position) < DEPOT_METRES;
  if (lastWord || !isStanding || !isOver(departure)) return null;
  return {
    ...about,
    kind: 'leave',
    stopId: null,
    place: null,
    rideIds: [],
    due: departure,
    promisedUntil: null,
  };
}

/**
 * The next report that has to come; breaks and the way home are not reported, nor when one leaves an empty stop. Where
 * nobody gets in or out nobody waits, either: a vehicle that only stands there is missed at the stop after it.
 */
function waitedForOf(
  { shift }: BoardRow,
  rides: ReadonlyMap<string, RideView>,
): { kind: 'arrive' | 'board'; stop: StopView; due: number } | undefined {
  const stops = shift.stops.filter(({ kind }) => kind === 'stop');
  const busy = stops.find((stop) => stop.state === 'arrived' && hasUnfinished(stop, rides));
  if (busy) return { kind: 'board', stop: busy, due: busy.departure };
  const next = stops.find(
    ({ state, pickups, dropoffs }) => state === 'planned' && pickups.length + dropoffs.length > 0,
  );
  return next && { kind: 'arrive', stop: next, due: next.expected ?? next.start };
}

function hasUnfinished({ pickups, dropoffs }: StopView, rides: ReadonlyMap<string, RideView>): boolean {
  const waits = (id: string) => ['assigned', 'vehicleArrived'].includes(rides.get(id)?.status ?? '');
  return pickups.some(waits) || dropoffs.some((id) => rides.get(id)?.status === 'onBoard');
}

function promisedUntil({ pickups }: StopView, rides: ReadonlyMap<string, RideView>): number | null {
  const ends = pickups.flatMap((id) => rides.get(id)?.promisedPickup?.latest ?? []);
  return ends.length === 0 ? null : Math.min(...ends);
}

function lastWordOf({ shift }: BoardRow, rides: ReadonlyMap<string, RideView>): LastWord | null {
  let last: LastWord | null = null;
  const hear = (kind: LastWord['kind'], second: number | null | undefined, stop: StopView): void => {
    if (second == null || !stop.place || (last && second < last.second)) return;
    last = { kind, second, place: stop.place };
  };
  for (const stop of shift.stops) {
    hear('arrived', stop.performedArrival, stop);
    for (const id of stop.dropoffs) hear('alighted', rides.get(id)?.performedDropoff, stop);
    for (const id of stop.pickups) hear('boarded', rides.get(id)?.performedPickup, stop);
    // Who taps on the next arrival without having tapped on leaving has left by then, not before.
    hear('left', stop.performedDeparture, stop);
  }
  return last;
}
