import { useState } from 'react';
import type { RideAnswer, RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { useDesk } from '../frame/deskContext.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import { isMovable, isMoveUndoable } from '../store/moveChoice.ts';

/** A ride for which a vehicle is being chosen. */
export interface Moving {
  readonly rideId: string;
  /** Where it was dropped; null: nowhere yet. */
  readonly shiftId: string | null;
}

/** What was done last, so that it can be taken back. */
export interface Moved {
  readonly what: 'moved' | 'letGo';
  readonly ride: RideView;
}

/** Moving rides to other vehicles. */
export interface MoveActs {
  /** Opens the choice of vehicles; undefined where the account may not, or the ride cannot be moved. */
  readonly move: (() => void) | undefined;
  /** Takes the move of the marked ride back. */
  readonly back: (() => Promise<void>) | undefined;
  /** Leaves the marked ride to the plan again. */
  readonly letGo: (() => Promise<void>) | undefined;
  /** A ride was dropped on the row of a shift; undefined where the account may not. */
  readonly drop: ((rideId: string, shiftId: string) => void) | undefined;
  readonly moving: Moving | null;
  readonly leave: () => void;
  readonly onMoved: (answer: RideAnswer) => void;
  /** A ride whose move is to be taken back, where riders have to be told of it; null: none. */
  readonly undoing: RideView | null;
  /** Takes that move back, after it was said what it means; rejects where it was refused. */
  readonly confirmUndo: () => Promise<void>;
  readonly leaveUndo: () => void;
  readonly moved: Moved | null;
  readonly undo: () => Promise<void>;
  readonly forget: () => void;
  /** Why taking back or letting go failed, on the card of the ride. */
  readonly fault: ApiFault | null;
}

export function useMoveActs(): MoveActs {
  const { api, session } = useScreen();
  const { feed, selection, selectRide } = useDesk();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [undoingId, setUndoingId] = useState<string | null>(null);
  const [failedId, setFailedId] = useState<string | null>(null);
  const { fault, attempt } = useAttempt();
  const sendOnce = useSendOnce();
  const mayMove = session.role === 'dispatcher' || session.role === 'administrator';
  const ride = selection.rideId === null ? undefined : feed.state.rides.get(selection.rideId);

  function show({ ride: now }: RideAnswer): void {
    feed.reader?.putRide(now);
    selectRide(now);
  }

  async function act(of: RideView, work: () => Promise<RideAnswer>): Promise<RideView | null> {
    setFailedId(of.id);
    setMoved(null);
    let done: RideView | null = null;
    await attempt(async () => {
      const answer = await work();
      show(answer);
      done = answer.ride;
    });
    return done;
  }

  const sendBack = (of: RideView): Promise<RideAnswer> => {
    const undo = { shiftId: of.shiftId ?? '' };
    return sendOnce(`undo ${of.id} ${of.revision}`, (key) => api.undoMove(of.id, undo, key));
  };
  /** Where promises broke for it, it is said first what taking it back means for their riders. */
  const takeBack = async (of: RideView): Promise<void> => {
    if (brokenCountOf(of) === 0) await act(of, () => sendBack(of));
    else {
      setMoved(null);
      setUndoingId(of.id);
    }
  };
  const letGo = async (of: RideView): Promise<void> => {
    const done = await act(of, () => api.letRideGo(of.id));
    if (done) setMoved({ what: 'letGo', ride: done });
  };
  const keepAgain = async (of: RideView): Promise<void> => {
    await act(of, () => api.keepRide(of.id));
  };

  const undoing = undoingId === null ? null : (feed.state.rides.get(undoingId) ?? null);
  const isKept = ride?.status === 'assigned' && ride.keptByHand !== null;
  return {
    move:
      mayMove && ride && isMovable(ride) ? () => setMoving({ rideId: ride.id, shiftId: null }) : undefined,
    back: mayMove && ride && isMoveUndoable(ride) ? () => takeBack(ride) : undefined,
    letGo: mayMove && ride && isKept ? () => letGo(ride) : undefined,
    drop: mayMove
      ? (rideId, shiftId) => {
          const dropped = feed.state.rides.get(rideId);
          if (!dropped) return;
          selectRide(dropped);
          setMoving({ rideId, shiftId });
        }
      : undefined,
    moving,
    leave: () => setMoving(null),
    onMoved(answer) {
      setMoving(null);
      show(answer);
      setMoved({ what: 'moved', ride: answer.ride });
    },
    undoing,
    async confirmUndo() {
      if (!undoing) return;
      show(await sendBack(undoing));
      setUndoingId(null);
    },
    leaveUndo: () => setUndoingId(null),
    moved,
    async undo() {
      if (moved) await (moved.what === 'moved' ? takeBack(moved.ride) : keepAgain(moved.ride));
    },
    forget: () => setMoved(null),
    fault: ride && failedId === ride.id ? fault : null,
  };
}

/** Promises that broke for the move of a ride. */
export function brokenCountOf({ keptByHand }: RideView): number {
  return keptByHand?.brokenCount ?? 0;
}
