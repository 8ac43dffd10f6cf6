import { useLayoutEffect, useRef } from 'react';

type Place = () => Element | null | undefined;

/**
 * Keeps the keyboard where the work is when the button that was pressed goes away with what it did.
 * @param answer what the page shows; another one may be without the button
 * @returns says, before the page is read again, where the keyboard goes on if it would be lost
 */
export function useLanding(answer: unknown): (place: Place) => void {
  const landing = useRef<Place | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer that comes.
  useLayoutEffect(() => {
    const place = landing.current?.();
    landing.current = null;
    if (place instanceof HTMLElement && document.activeElement === document.body) place.focus();
  }, [answer]);
  return (place) => {
    landing.current = place;
  };
}
