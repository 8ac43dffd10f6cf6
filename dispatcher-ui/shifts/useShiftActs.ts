import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { ShiftView } from '../../backend/contract/index.ts';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { useAttempt } from '../../screen-kit/session/useAttempt.ts';
import type { ApiFault } from '../../screen-kit/transport/apiFault.ts';
import { daySecondOf } from '../../screen-kit/words/times.ts';
import { useDesk } from '../frame/deskContext.ts';
import { isLetterAct } from '../frame/isLetterAct.ts';
import { useSendOnce } from '../outbox/useSendOnce.ts';
import { type ShiftEndAct, shiftEndAct } from '../store/shiftEnd.ts';

/** What was done last, so that it can be taken back. */
export interface ShiftDone {
  readonly what: ShiftEndAct;
  readonly shift: ShiftView;
}

/** Ending shifts for drivers who ring, and letting them go on. */
export interface ShiftActs {
  /** Asks first. */
  readonly end: (shift: ShiftView) => void;
  readonly goOn: (shift: ShiftView) => Promise<void>;
  /** The card's button of what the driver would tap next, where there is one. */
  readonly reportButton: RefObject<HTMLButtonElement | null>;
  /** The letters, where the focus is on a row of the board or on the card. */
  readonly press: (event: KeyboardEvent) => void;
  /** The shift that is to be ended, once that is agreed to; null: none. */
  readonly ending: ShiftView | null;
  /** Ends it; rejects where that was refused. */
  readonly confirmEnd: () => Promise<void>;
  readonly leave: () => void;
  /** Null: nothing that can still be taken back. */
  readonly done: ShiftDone | null;
  readonly undo: () => Promise<void>;
  readonly forget: () => void;
  /** Why the last act on this shift failed. */
  readonly faultOf: (shiftId: string) => ApiFault | null;
}

export function useShiftActs(): ShiftActs {
  const { api, session, clock } = useScreen();
  const { feed, selection, selectShift } = useDesk();
  const [endingId, setEndingId] = useState<string | null>(null);
  const [done, setDone] = useState<ShiftDone | null>(null);
  const [failedId, setFailedId] = useState<string | null>(null);
  const { fault, attempt, forget } = useAttempt();
  const sendOnce = useSendOnce();
  const reportButton = useRef<HTMLButtonElement>(null);
  const secondOf = ({ day }: ShiftView): number => daySecondOf(day, clock.now());

  async function send(what: ShiftEndAct, { id, version }: ShiftView): Promise<void> {
    const sendIt = what === 'end' ? api.endShift : api.goOnWithShift;
    await sendOnce(`${what} ${id} ${version}`, (key) => sendIt(id, key));
    feed.reader?.readNow();
  }

  async function tryTo(what: ShiftEndAct, shift: ShiftView): Promise<boolean> {
    setFailedId(shift.id);
    setDone(null);
    return attempt(() => send(what, shift));
  }

  const present = (id: string | null): ShiftView | undefined =>
    id === null ? undefined : feed.state.shifts.get(id);
  const ending = present(endingId) ?? null;

  function end(shift: ShiftView): void {
    forget();
    selectShift(shift.id);
    setEndingId(shift.id);
  }

  async function goOn(shift: ShiftView): Promise<void> {
    selectShift(shift.id);
    if (await tryTo('goOn', shift)) setDone({ what: 'goOn', shift });
  }

  /** What is not in sight is not reported: the letter opens the card, and reports from there. */
  function report({ id }: ShiftView): void {
    if (selection.shiftId === id && selection.rideId === null) reportButton.current?.click();
    else selectShift(id);
  }

  function press(event: KeyboardEvent): void {
    if (!isLetterAct(event)) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-shift]');
    const shift = present(row?.dataset.shift ?? selection.shiftId);
    const act = shift && shiftEndAct(shift, session, secondOf(shift));
    const key = event.key.toUpperCase();
    const isEnd = key === 'E' && act === 'end';
    // With a ride marked, U is the ride's.
    const isGoOn = key === 'U' && act === 'goOn' && selection.rideId === null;
    const isReport = key === 'R' && act === 'end';
    if (!isEnd && !isGoOn && !isReport) return;
    event.preventDefault();
    if (isEnd) end(shift!);
    else if (isGoOn) void goOn(shift!);
    else report(shift!);
  }

  return {
    end,
    goOn,
    reportButton,
    press,
    ending,
    async confirmEnd() {
      if (!ending) return;
      await send('end', ending);
      setEndingId(null);
      setDone(secondOf(ending) < ending.end ? { what: 'end', shift: ending } : null);
    },
    leave: () => setEndingId(null),
    done,
    async undo() {
      const shift = done && present(done.shift.id);
      if (done && shift) await tryTo(done.what === 'end' ? 'goOn' : 'end', shift);
    },
    forget: () => setDone(null),
    faultOf: (shiftId) => (shiftId === failedId ? fault : null),
  };
}
