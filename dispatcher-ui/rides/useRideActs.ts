import { type KeyboardEvent, useContext, useRef, useState } from 'react';
import type { PersonView, RideView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { CallContext } from '../call/callContext.ts';
import { useDesk } from '../frame/deskContext.ts';
import { isLetterAct } from '../frame/isLetterAct.ts';
import { type MoveActs, useMoveActs } from '../moves/useMoveActs.ts';
import { isCancellable, isChangeable } from '../store/filterRides.ts';

/** What can be done with the selected ride, from the list, the board and its card. */
export interface RideActs {
  /** Undefined where it cannot be, or this account may not. */
  readonly change: (() => Promise<void>) | undefined;
  readonly cancel: (() => void) | undefined;
  readonly moves: MoveActs;
  /** The letters of all of them, where the focus is on rides. */
  readonly press: (event: KeyboardEvent) => void;
  readonly fault: ApiFault | null;
  readonly isCancelling: boolean;
  /** The rider whose ride would replace what is typed for somebody else: a person has to say so. */
  readonly asked: { readonly ride: RideView; readonly person: PersonView } | null;
  readonly agree: () => void;
  /** Closes what is asked. */
  readonly leave: () => void;
}

/**
 * Changing, cancelling and moving the selected ride.
 * @param toForm brings the booking form into sight
 */
export function useRideActs(toForm: () => void): RideActs {
  const moves = useMoveActs();
  const { api } = useScreen();
  const { feed, selection, canBook } = useDesk();
  const call = useContext(CallContext);
  /** What is typed may have changed while the rider was asked for. */
  const callNow = useRef(call);
  callNow.current = call;
  const [asked, setAsked] = useState<RideActs['asked']>(null);
  const [cancellingId, setCancellingId] = useState<string | null>(null);
  const { fault, attempt } = useAttempt();
  const [failedId, setFailedId] = useState<string | null>(null);
  const ride = selection.rideId === null ? undefined : feed.state.rides.get(selection.rideId);

  function begin(of: RideView, person: PersonView): void {
    setAsked(null);
    toForm();
    callNow.current?.changeRide(of, person);
  }

  async function change(of: RideView): Promise<void> {
    setFailedId(of.id);
    await attempt(async () => {
      // The form needs the rider, and of the rider the list knows the name only.
      const person = await api.person(of.personId);
      if (callNow.current?.losesTyped(person.id)) setAsked({ ride: of, person });
      else begin(of, person);
    });
  }

  const mayChange = canBook && call !== null && ride !== undefined && isChangeable(ride);
  const mayCancel = canBook && ride !== undefined && isCancellable(ride);
  const acts = {
    change: mayChange ? () => change(ride) : undefined,
    cancel: mayCancel ? () => setCancellingId(ride.id) : undefined,
  };

  function press(event: KeyboardEvent): void {
    if (!isLetterAct(event)) return;
    const letters = { C: acts.change, X: acts.cancel, M: moves.move, U: moves.back };
    const act = letters[event.key.toUpperCase() as keyof typeof letters];
    if (!act) return;
    // Else the letter would be typed into the field the caret goes to.
    event.preventDefault();
    void act();
  }

  return {
    ...acts,
    moves,
    press,
    fault: ride && failedId === ride.id ? fault : null,
    isCancelling: ride !== undefined && cancellingId === ride.id,
    asked,
    agree: () => asked && begin(asked.ride, asked.person),
    leave() {
      setAsked(null);
      setCancellingId(null);
    },
  };
}
