import { createContext, useContext } from 'react';
import type { RideView } from '../../backend/contract/index.ts';
import type { DayFeed } from '../../screen-kit/feed/useDayFeed.ts';
import type { FeedLine } from '../../screen-kit/transport/feedLine.ts';

/** What is marked everywhere at once: in the list, on the map and on the board. */
export interface Selection {
  readonly rideId: string | null;
  readonly shiftId: string | null;
}

/** What the parts of the desk share. */
export interface Desk {
  readonly feed: DayFeed;
  /** The line to the server's sockets; null until it is open. */
  readonly line: FeedLine | null;
  /** The service day shown, `YYYY-MM-DD`. */
  readonly day: string;
  readonly setDay: (day: string) => void;
  readonly selection: Selection;
  /** Marks a ride and the shift it sits in; null takes the mark away. */
  readonly selectRide: (ride: RideView | null) => void;
  readonly selectShift: (shiftId: string | null) => void;
  /** May this account book and cancel? A town office only looks. */
  readonly canBook: boolean;
}

export const DeskContext = createContext<Desk | null>(null);

/** Throws outside the desk. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs the desk around it');
  return desk;
}
