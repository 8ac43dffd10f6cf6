import type {
  MoveRide,
  MovesAnswer,
  RideAnswer,
  UndoEffectView,
  UndoMove,
} from '../../backend/contract/index.ts';

/** Moving rides to other vehicles by hand. `key`: as for bookings. */
export interface MovesApi {
  /** What it would mean for every other vehicle of the day; nothing is moved. */
  readonly moves: (rideId: string, signal: AbortSignal) => Promise<MovesAnswer>;
  readonly moveRide: (rideId: string, move: MoveRide, key: string) => Promise<RideAnswer>;
  /** What taking the move back would mean for those whose promise it broke; nothing is changed. */
  readonly lookAtUndo: (rideId: string, undo: UndoMove, signal: AbortSignal) => Promise<UndoEffectView>;
  readonly undoMove: (rideId: string, undo: UndoMove, key: string) => Promise<RideAnswer>;
  /** It stays with the vehicle it has. */
  readonly keepRide: (rideId: string) => Promise<RideAnswer>;
  /** It is left to the plan again. */
  readonly letRideGo: (rideId: string) => Promise<RideAnswer>;
}

interface Asking {
  readonly get: <Answer>(path: string, extra: { readonly signal: AbortSignal }) => Promise<Answer>;
  readonly post: <Answer>(path: string, body: unknown, idempotencyKey: string) => Promise<Answer>;
  readonly put: <Answer>(path: string, body: unknown) => Promise<Answer>;
  readonly drop: <Answer>(path: string) => Promise<Answer>;
}

export function createMovesApi({ get, post, put, drop }: Asking): MovesApi {
  const ride = (rideId: string, rest: string) => `rides/${encodeURIComponent(rideId)}/${rest}`;
  return {
    moves: (rideId, signal) => get(ride(rideId, 'moves'), { signal }),
    moveRide: (rideId, move, key) => post(ride(rideId, 'move'), move, key),
    lookAtUndo: (rideId, { shiftId }, signal) =>
      get(ride(rideId, `move/undo?shiftId=${encodeURIComponent(shiftId)}`), { signal }),
    undoMove: (rideId, undo, key) => post(ride(rideId, 'move/undo'), undo, key),
    keepRide: (rideId) => put(ride(rideId, 'keep'), {}),
    letRideGo: (rideId) => drop(ride(rideId, 'keep')),
  };
}
