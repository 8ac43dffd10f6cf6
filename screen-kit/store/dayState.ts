import type {
  CardStamp,
  DeskQueues,
  PositionView,
  RideView,
  ShiftView,
} from '../../backend/contract/index.ts';

/** A screen's copy of one service day, equal to the server's at `cursor`. Never changed in place. */
export interface DayState {
  /** `YYYY-MM-DD`; null until the first snapshot has come. */
  readonly day: string | null;
  /** How far the event log has been read; null: nothing yet. */
  readonly cursor: string | null;
  /** Version of the day's plan. */
  readonly version: number;
  readonly rides: ReadonlyMap<string, RideView>;
  readonly shifts: ReadonlyMap<string, ShiftView>;
  /** Last known position by shift id. */
  readonly positions: ReadonlyMap<string, PositionView>;
  /** What waits at the desk; null for those who do not work there. */
  readonly queues: DeskQueues | null;
  /** How the rides of the rider stand whose card is watched; null: none is. */
  readonly card: CardStamp | null;
}

export const EMPTY_DAY: DayState = {
  day: null,
  cursor: null,
  version: 0,
  rides: new Map(),
  shifts: new Map(),
  positions: new Map(),
  queues: null,
  card: null,
};
