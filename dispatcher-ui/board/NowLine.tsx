import { type ReactNode, type RefObject, useEffect } from 'react';
import { useServerNow } from '../../screen-kit/session/useServerNow.ts';

export interface NowLineProps {
  readonly day: string | null;
  readonly px: (second: number) => number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly scale: number;
}

/** Where the time is; the board opens around it. */
export function NowLine({ day, px, scroller, scale }: NowLineProps): ReactNode {
  const now = useServerNow();
  const isToday = day === now.day;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scale moves the line, so it is looked for again.
  useEffect(() => {
    if (isToday) scrollToNow(scroller.current);
  }, [isToday, scroller, scale]);
  if (!isToday) return null;
  return <div className="boardNow" style={{ left: `calc(var(--board-name) + ${px(now.second)}px)` }} />;
}

/** Puts the now-line a third of the way into view. */
export function scrollToNow(scroller: HTMLDivElement | null): void {
  const line = scroller?.querySelector<HTMLElement>('.boardNow');
  if (!scroller || !line) return;
  scroller.scrollLeft = line.offsetLeft - scroller.clientWidth / 3;
}
