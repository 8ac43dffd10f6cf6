import type { RideView, ShiftView, StopRest, StopView } from '../../backend/contract/index.ts';

/** One stop as a block on the board. Times are seconds of the service day. */
export interface BoardBlock {
  readonly id: string;
  readonly kind: StopView['kind'];
  readonly from: number;
  readonly to: number;
  readonly state: StopView['state'];
  /** Nobody gets in or out: the vehicle only stands there. */
  readonly isWait: boolean;
  readonly placeName: string;
  /** Ride ids. */
  readonly pickups: readonly string[];
  readonly dropoffs: readonly string[];
  /** People and wheelchairs aboard after the stop. */
  readonly aboard: number;
  /** How late the worst promise kept here will be, seconds; 0: none. */
  readonly lateSeconds: number;
  readonly slackSeconds: number;
}

/** A promised window as a bracket above the stop that keeps it. */
export interface BoardPromise {
  readonly rideId: string;
  readonly kind: 'pickup' | 'dropoff';
  readonly earliest: number;
  readonly latest: number;
}

export interface BoardRow {
  readonly shiftId: string;
  readonly shift: ShiftView;
  readonly blocks: readonly BoardBlock[];
  readonly promises: readonly BoardPromise[];
  /** Rest that the law asks for, at stops that the vehicle has not left; breaks are blocks of their own. */
  readonly rests: readonly StopRest[];
  readonly lateCount: number;
  /** Rides that the vehicle carries, as far as the reader sees them: a town office sees its rides, and no stops. */
  readonly rideCount: number;
}

/**
 * The board's rows, by provider and vehicle name.
 * @param ridesFirst rows with rides before those without: whoever sees the rides of one town only looks for these
 */
export function boardRows(
  shifts: Iterable<ShiftView>,
  rides: ReadonlyMap<string, RideView>,
  ridesFirst = false,
): readonly BoardRow[] {
  const carried = new Map<string, string[]>();
  for (const { id, shiftId, status } of rides.values()) {
    // Who cancelled or did not come keeps the name of the vehicle, and is not carried.
    if (shiftId !== null && CARRIED.has(status)) carried.set(shiftId, [...(carried.get(shiftId) ?? []), id]);
  }
  return [...shifts]
    .map((shift) => rowOf(shift, rides, carried.get(shift.id) ?? [], !ridesFirst))
    .sort(
      (a, b) =>
        (ridesFirst ? Number(b.rideCount > 0) - Number(a.rideCount > 0) : 0) ||
        compare(a.shift.providerName, b.shift.providerName) ||
        compare(a.shift.vehicleName, b.shift.vehicleName) ||
        a.shift.start - b.shift.start,
    );
}

const CARRIED: ReadonlySet<RideView['status']> = new Set(['assigned', 'vehicleArrived', 'onBoard', 'done']);

/** Numbers inside names count as numbers: 2号車 before 10号車. */
const collator = new Intl.Collator('ja', { numeric: true });
const compare = (a: string, b: string): number => collator.compare(a, b);

function rowOf(
  shift: ShiftView,
  rides: ReadonlyMap<string, RideView>,
  carried: readonly string[],
  seesAll: boolean,
): BoardRow {
  const promises: BoardPromise[] = [];
  const known = new Set(carried);
  const blocks = shift.stops.map((stop): BoardBlock => {
    let lateSeconds = 0;
    const note = (rideId: string, kind: BoardPromise['kind'], happens: number): void => {
      known.add(rideId);
      const window = promisedWindow(rides.get(rideId), kind);
      if (!window) return;
      promises.push({ rideId, kind, ...window });
      lateSeconds = Math.max(lateSeconds, happens - window.latest);
    };
    for (const rideId of stop.pickups) note(rideId, 'pickup', stop.performedArrival ?? stop.start);
    for (const rideId of stop.dropoffs) note(rideId, 'dropoff', stop.performedArrival ?? stop.arrival);
    return {
      id: stop.id,
      kind: stop.kind,
      from: stop.performedArrival ?? stop.start,
      to: Math.max(stop.performedDeparture ?? stop.departure, stop.performedArrival ?? stop.start),
      state: stop.state,
      // Where others' riders get in and out, who does not see them sees nobody.
      isWait: seesAll && isWait(stop),
      placeName: stop.place?.name ?? '',
      pickups: stop.pickups,
      dropoffs: stop.dropoffs,
      aboard: stop.loadAfter.reduce((sum, places) => sum + places, 0),
      // Under a minute is nothing anybody can see on a clock.
      lateSeconds: lateSeconds >= 60 ? lateSeconds : 0,
      slackSeconds: stop.slackSeconds,
    };
  });
  const lateCount = blocks.filter((block) => block.lateSeconds > 0 && block.state === 'planned').length;
  const rests = shift.stops
    .filter(({ kind, state }) => kind === 'stop' && state !== 'departed')
    .flatMap((stop) => stop.rests?.filter(({ isOwed }) => isOwed) ?? []);
  return { shiftId: shift.id, shift, blocks, promises, rests, lateCount, rideCount: known.size };
}

/** Nobody gets in or out, and nobody is aboard after it. */
function isWait({ kind, pickups, dropoffs, loadAfter }: StopView): boolean {
  return (
    kind === 'stop' && pickups.length + dropoffs.length === 0 && loadAfter.every((places) => places === 0)
  );
}

function promisedWindow(
  ride: RideView | undefined,
  kind: BoardPromise['kind'],
): { earliest: number; latest: number } | null {
  return (kind === 'pickup' ? ride?.promisedPickup : ride?.promisedDropoff) ?? null;
}

/** The hours the board shows: whole hours around every shift; 6 to 20 on a day without any. */
export function boardSpan(rows: readonly BoardRow[]): { from: number; to: number } {
  if (rows.length === 0) return { from: 6 * 3600, to: 20 * 3600 };
  const from = Math.min(...rows.map((row) => row.shift.start));
  const to = Math.max(...rows.map((row) => Math.max(row.shift.end, row.shift.finish)));
  return { from: Math.floor(from / 3600) * 3600, to: Math.ceil(to / 3600) * 3600 };
}

/** The block whose time is nearest to a second of the day; null on an empty row. */
export function nearestBlock(row: BoardRow, second: number): BoardBlock | null {
  let best: BoardBlock | null = null;
  for (const block of row.blocks) {
    const gap = distance(block, second);
    if (!best || gap < distance(best, second)) best = block;
  }
  return best;
}

function distance(block: BoardBlock, second: number): number {
  if (second < block.from) return block.from - second;
  return second > block.to ? second - block.to : 0;
}
