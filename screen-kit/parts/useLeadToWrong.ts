import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Leads the caret to the first field of a form that is told to be wrong: at once where that is drawn already, else with
 * the next drawing, before anything can be typed elsewhere.
 */
export function useLeadToWrong(form: RefObject<HTMLElement | null>): () => void {
  const isAwaited = useRef(false);

  function lead(): boolean {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus();
    return wrong != null;
  }

  useLayoutEffect(() => {
    if (isAwaited.current) lead();
    isAwaited.current = false;
  });
  return () => {
    isAwaited.current = !lead();
  };
}
