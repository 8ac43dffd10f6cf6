import type {
  FeedAnswer,
  FeedChanges,
  FeedSnapshot,
  PositionView,
  RideView,
  ShiftView,
} from '../../backend/contract/index.ts';
import type { DayState } from './dayState.ts';

/**
 * The day after an answer of the feed. `askedFrom` is the cursor the question carried (null: none). Changes are applied
 * only where they continue what is held, so that a doubled, late or reordered answer changes nothing; a snapshot that
 * was asked for before something newer came is dropped when its plan is older.
 */
export function applyFeedAnswer(state: DayState, answer: FeedAnswer, askedFrom: string | null): DayState {
  const isOvertaken = askedFrom !== state.cursor;
  if (answer.kind === 'changes') return isOvertaken ? state : applyChanges(state, answer);
  if (isOvertaken && answer.day === state.day && answer.version <= state.version) return state;
  return fromSnapshot(answer);
}

/** The day with a ride that came outside the feed (the answer to a booking), unless a newer one is held. */
export function putRide(state: DayState, ride: RideView): DayState {
  if (ride.day !== state.day) return state;
  const rides = withRides(state.rides, [ride], []);
  return rides === state.rides ? state : { ...state, rides };
}

function fromSnapshot(snapshot: FeedSnapshot): DayState {
  return {
    day: snapshot.day,
    cursor: snapshot.cursor,
    version: snapshot.version,
    rides: new Map(snapshot.rides.map((ride) => [ride.id, ride])),
    shifts: new Map(snapshot.shifts.map((shift) => [shift.id, shift])),
    positions: new Map(snapshot.positions.map((position) => [position.shiftId, position])),
    queues: snapshot.queues ?? null,
    card: snapshot.card ?? null,
  };
}

function applyChanges(state: DayState, changes: FeedChanges): DayState {
  const today = changes.rides.filter((ride) => ride.day === state.day);
  return {
    day: state.day,
    cursor: changes.cursor,
    version: Math.max(state.version, changes.version),
    rides: withRides(state.rides, today, changes.gone),
    shifts: withShifts(
      state.shifts,
      changes.shifts.filter((shift) => shift.day === state.day),
    ),
    positions: withPositions(state.positions, changes.positions),
    queues: changes.queues ?? state.queues,
    card: changes.card ?? null,
  };
}

function withRides(
  held: ReadonlyMap<string, RideView>,
  fresh: readonly RideView[],
  gone: readonly string[],
): ReadonlyMap<string, RideView> {
  const newer = fresh.filter((ride) => (held.get(ride.id)?.revision ?? -1) <= ride.revision);
  const leaving = gone.filter((id) => held.has(id));
  if (newer.length === 0 && leaving.length === 0) return held;
  const rides = new Map(held);
  for (const ride of newer) rides.set(ride.id, ride);
  for (const id of leaving) rides.delete(id);
  return rides;
}

function withShifts(
  held: ReadonlyMap<string, ShiftView>,
  fresh: readonly ShiftView[],
): ReadonlyMap<string, ShiftView> {
  const newer = fresh.filter((shift) => (held.get(shift.id)?.version ?? -1) <= shift.version);
  return newer.length === 0 ? held : new Map([...held, ...newer.map((shift) => [shift.id, shift] as const)]);
}

function withPositions(
  held: ReadonlyMap<string, PositionView>,
  fresh: readonly PositionView[],
): ReadonlyMap<string, PositionView> {
  const newer = fresh.filter((position) => {
    const known = held.get(position.shiftId);
    return known === undefined || Date.parse(known.at) <= Date.parse(position.at);
  });
  return newer.length === 0
    ? held
    : new Map([...held, ...newer.map((position) => [position.shiftId, position] as const)]);
}
