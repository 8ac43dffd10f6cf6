import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** The part of a long list that is in sight. */
export interface ListWindow {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Index of the first row to draw. */
  readonly first: number;
  /** Index after the last row to draw. */
  readonly last: number;
  readonly onScroll: () => void;
  /** Scrolls a row into sight, as little as needed. */
  readonly reveal: (index: number) => void;
  /** Puts a row at the top. */
  readonly showFrom: (index: number) => void;
}

const SPARE_ROWS = 6;

/**
 * Draws only the rows in sight (and a few more) of a list of `count` rows of `rowPx` each. When the list changes its
 * size, because something opens beside it, the row `keptIndex` (-1: none) stays in sight.
 */
export function useWindow(count: number, rowPx: number, keptIndex: number): ListWindow {
  const ref = useRef<HTMLDivElement>(null);
  const kept = useRef(keptIndex);
  kept.current = keptIndex;
  const [range, setRange] = useState({ first: 0, last: 30 });

  const measure = useCallback(() => {
    const list = ref.current;
    if (!list) return;
    const first = Math.max(0, Math.floor(list.scrollTop / rowPx) - SPARE_ROWS);
    const last = Math.ceil((list.scrollTop + list.clientHeight) / rowPx) + SPARE_ROWS;
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, [rowPx]);

  const reveal = useCallback(
    (index: number) => {
      const list = ref.current;
      if (!list) return;
      const top = index * rowPx;
      if (top < list.scrollTop) list.scrollTop = top;
      else if (top + rowPx > list.scrollTop + list.clientHeight) {
        list.scrollTop = top + rowPx - list.clientHeight;
      }
      measure();
    },
    [rowPx, measure],
  );

  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    const resize = new ResizeObserver(() => {
      measure();
      if (kept.current >= 0) reveal(kept.current);
    });
    resize.observe(list);
    return () => resize.disconnect();
  }, [measure, reveal]);

  const showFrom = useCallback(
    (index: number) => {
      if (ref.current) ref.current.scrollTop = index * rowPx;
      measure();
    },
    [rowPx, measure],
  );

  return {
    ref,
    first: Math.min(range.first, count),
    last: Math.min(range.last, count),
    onScroll: measure,
    reveal,
    showFrom,
  };
}
