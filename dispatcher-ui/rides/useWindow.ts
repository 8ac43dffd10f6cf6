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
 * Draws only the rows in sight (and a few more) of a list of `count` rows, all as high as each other and together as its
 * only child: they grow with the letters. When the list changes its size, because something opens beside it, the row
 * `keptIndex` (-1: none) stays in sight.
 */
export function useWindow(count: number, keptIndex: number): ListWindow {
  const ref = useRef<HTMLDivElement>(null);
  const size = useRef(count);
  size.current = count;
  const kept = useRef(keptIndex);
  kept.current = keptIndex;
  const [range, setRange] = useState({ first: 0, last: 30 });

  const measure = useCallback(() => {
    const list = ref.current;
    const rowPx = rowHeight(list, size.current);
    if (!list || rowPx === 0) return;
    const first = Math.max(0, Math.floor(list.scrollTop / rowPx) - SPARE_ROWS);
    const last = Math.ceil((list.scrollTop + list.clientHeight) / rowPx) + SPARE_ROWS;
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);

  const reveal = useCallback(
    (index: number) => {
      const list = ref.current;
      const rowPx = rowHeight(list, size.current);
      if (!list) return;
      const top = index * rowPx;
      if (top < list.scrollTop) list.scrollTop = top;
      else if (top + rowPx > list.scrollTop + list.clientHeight) {
        list.scrollTop = top + rowPx - list.clientHeight;
      }
      measure();
    },
    [measure],
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
      if (ref.current) ref.current.scrollTop = index * rowHeight(ref.current, size.current);
      measure();
    },
    [measure],
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

/** Pixels; 0 where there are no rows. */
function rowHeight(list: HTMLElement | null, count: number): number {
  const rows = list?.firstElementChild?.getBoundingClientRect();
  return rows && count > 0 ? rows.height / count : 0;
}
