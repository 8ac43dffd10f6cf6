import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Brings what tells of a press into sight where it stands in a sheet: in a long one, or on a small or enlarged screen, it
 * may be below what is visible, and the press would seem to have done nothing. On the page itself nothing is moved, for
 * there a notice may appear by itself while somebody reads or types.
 * @param told what is told; each time it changes the element is brought into sight
 */
export function useInSight<Shown extends HTMLElement>(told: unknown): RefObject<Shown | null> {
  const shown = useRef<Shown>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: something else is told.
  useLayoutEffect(() => {
    if (shown.current?.closest('dialog')) shown.current.scrollIntoView({ block: 'nearest' });
  }, [told]);
  return shown;
}
