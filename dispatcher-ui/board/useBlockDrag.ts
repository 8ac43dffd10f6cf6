import { type HTMLAttributes, type MouseEvent, type PointerEvent, useRef, useState } from 'react';

/** Drawing a stop's ride from one row of the board to another, or one that nobody carries to a row. */
export interface BlockDrag {
  /** For what holds the rows, and the rides that nobody carries. */
  readonly handlers: HTMLAttributes<HTMLElement>;
  /** The row it would be dropped on; null: none. */
  readonly targetId: string | null;
}

interface Drawn {
  readonly rideId: string;
  /** Null: nobody carries it. */
  readonly fromId: string | null;
  readonly x: number;
  readonly y: number;
  isUnderWay: boolean;
}

/** A hand that presses moves a little, too. */
const LEAST_PX = 8;

/**
 * Follows a pointer that draws what names its rides (`data-rides`) to the row of another shift. What is dropped is asked about, not done.
 * @param onDrop undefined: nothing can be drawn
 * @param markedId at a stop of several rides the marked one is drawn, else the first
 */
export function useBlockDrag(
  onDrop: ((rideId: string, shiftId: string) => void) | undefined,
  markedId: string | null,
): BlockDrag {
  const drawn = useRef<Drawn>(undefined);
  const [targetId, setTargetId] = useState<string | null>(null);

  function begin(event: PointerEvent<HTMLElement>): void {
    const block = (event.target as HTMLElement).closest<HTMLElement>('[data-rides]');
    const rides = block?.dataset.rides?.split(' ').filter(Boolean) ?? [];
    const rideId = rides.find((id) => id === markedId) ?? rides[0];
    const fromId = shiftAt(event);
    drawn.current = undefined;
    if (!onDrop || event.button !== 0 || event.pointerType === 'touch' || !rideId) return;
    drawn.current = { rideId, fromId, x: event.clientX, y: event.clientY, isUnderWay: false };
  }

  function follow(event: PointerEvent<HTMLElement>): void {
    const now = drawn.current;
    if (!now) return;
    if (event.buttons === 0) {
      end();
      return;
    }
    now.isUnderWay ||= Math.hypot(event.clientX - now.x, event.clientY - now.y) >= LEAST_PX;
    if (!now.isUnderWay) return;
    const over = shiftAt(event);
    setTargetId(over === now.fromId ? null : over);
  }

  function drop(event: PointerEvent<HTMLElement>): void {
    const now = drawn.current;
    const over = shiftAt(event);
    setTargetId(null);
    // After the click that follows, which is swallowed.
    setTimeout(end);
    if (now?.isUnderWay && over && over !== now.fromId) onDrop?.(now.rideId, over);
  }

  function end(): void {
    drawn.current = undefined;
    setTargetId(null);
  }

  /** What was drawn was not pressed. */
  function swallow(event: MouseEvent<HTMLElement>): void {
    if (drawn.current?.isUnderWay) event.stopPropagation();
    end();
  }

  const handlers = {
    onPointerDown: begin,
    onPointerMove: follow,
    onPointerUp: drop,
    onPointerCancel: end,
    onPointerLeave: end,
    onClickCapture: swallow,
  };
  return { handlers: onDrop ? handlers : {}, targetId };
}

function shiftAt({ clientX, clientY }: PointerEvent): string | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-shift]');
  return row?.dataset.shift ?? null;
}
