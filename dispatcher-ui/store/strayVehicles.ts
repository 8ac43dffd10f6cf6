import type { RidePlaceView, ShiftView, StopView } from '../../backend/contract/index.ts';
import { metresBetween } from '../../screen-kit/store/metresBetween.ts';
import type { BoardRow } from './boardRows.ts';

/** A vehicle that waits elsewhere than the plan reckons, by its device. Seconds of the service day. */
export interface Stray {
  readonly row: BoardRow;
  /** Where it is reckoned to wait; null: in its depot. */
  readonly place: RidePlaceView | null;
  /** How far from there its device is, straight. */
  readonly metres: number;
  /** When it is to leave from there, or somebody gets in there; null: nothing is planned. */
  readonly until: number | null;
  readonly seenAt: number;
}

/** Where a device was, and at which second of the service day. */
export interface Sighting {
  readonly lon: number;
  readonly lat: number;
  readonly second: number;
}

/** The board's day at one moment. */
export interface StrayQuestion {
  readonly nowSecond: number;
  /** The last of each device, by shift id. */
  readonly sightings: ReadonlyMap<string, Sighting>;
}

/**
 * Nearer than this a vehicle is where it is reckoned to be: it is found within the five minutes of reserve that every
 * promise has, and drivers wait where there is shade and a toilet.
 */
const FAR_METRES = 2000;
/** Whoever is to wait somewhere from now on has so long to get there, and a device that works tells its place every two minutes. */
const GRACE_SECONDS = 300;

/** The vehicles that wait elsewhere, the farthest first; of a driver who ended the shift nothing is asked. */
export function strayVehicles(rows: readonly BoardRow[], question: StrayQuestion): readonly Stray[] {
  return rows.flatMap((row) => strayOf(row, question) ?? []).sort((a, b) => b.metres - a.metres);
}

function strayOf(row: BoardRow, { nowSecond, sightings }: StrayQuestion): Stray | undefined {
  const sighting = sightings.get(row.shiftId);
  const waits = waitOf(row.shift, nowSecond);
  if (!sighting || !waits) return undefined;
  const { second: seenAt } = sighting;
  const isFresh = nowSecond - seenAt <= GRACE_SECONDS && seenAt >= waits.since + GRACE_SECONDS;
  const metres = metresBetween(waits.place ?? row.shift.depot, sighting);
  if (!isFresh || metres < FAR_METRES) return undefined;
  return { row, place: waits.place, until: waits.until, metres, seenAt };
}

interface Wait {
  readonly place: RidePlaceView | null;
  readonly since: number;
  readonly until: number | null;
}

/** Where the plan reckons the vehicle to stand now; undefined where it drives, or its place is not told. */
function waitOf(shift: ShiftView, now: number): Wait | undefined {
  const { stops, ended, start, end, departure, finish } = shift;
  if (ended !== undefined || now < start || now >= end) return undefined;
  const left = stops.findLastIndex(({ state }) => state === 'departed');
  const [last, next] = [stops[left], stops[left + 1]];
  if (last && isReckoned(last) && now < last.departure) return waitAt(last, last.arrival, last.departure);
  if (!next) return { place: null, since: last ? finish : start, until: null };
  if (next.state === 'arrived') return waitAt(next, next.performedArrival ?? next.arrival, next.departure);
  if (!last && now < departure) return { place: null, since: start, until: departure };
  // Who is overdue there is silent, and that is said already.
  return now < next.start ? waitAt(next, next.arrival, next.start) : undefined;
}

/** The driver has told nothing of it: it went there early, and others are fetched first. */
function isReckoned({ performedArrival, performedDeparture }: StopView): boolean {
  return performedArrival === null && performedDeparture === null;
}

function waitAt({ place }: StopView, since: number, until: number): Wait | undefined {
  const isTold = place !== null && place.id !== 'door' && !place.id.startsWith('near:');
  return isTold ? { place, since, until } : undefined;
}
