import { useEffect, useRef, useState } from 'react';
import { useAgainWhileAway } from '../../screen-kit/session/useAgainWhileAway.ts';
import { type ApiFault, asFault } from '../../screen-kit/transport/apiFault.ts';

export interface Found<Item> {
  /** Null: nothing asked, or the answer is still to come. */
  readonly items: readonly Item[] | null;
  readonly isSearching: boolean;
  readonly fault: ApiFault | null;
}

const NOTHING_ASKED = { items: null, isSearching: false, fault: null };
const PAUSE_MS = 250;

/** Asks for matches after a pause in typing; an overtaken question is dropped. Matches stay while newer ones are sought. */
export function useSearch<Item>(
  text: string,
  find: (text: string, signal: AbortSignal) => Promise<readonly Item[]>,
): Found<Item> {
  const [found, setFound] = useState<Found<Item>>(NOTHING_ASKED);
  const findNow = useRef(find);
  findNow.current = find;
  const asked = useRef('');
  const wanted = text.trim();
  const round = useAgainWhileAway(found.fault);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    if (wanted === '') {
      setFound(NOTHING_ASKED);
      return;
    }
    const abort = new AbortController();
    const isAgain = asked.current === wanted;
    asked.current = wanted;
    // Asked again by itself, the reason stays in sight until there is an answer.
    setFound((before) => ({ ...before, isSearching: true, fault: isAgain ? before.fault : null }));
    const timer = setTimeout(async () => {
      const next = await findNow.current(wanted, abort.signal).then(
        (items) => ({ items, isSearching: false, fault: null }),
        (cause: unknown) => ({ items: null, isSearching: false, fault: asFault(cause) }),
      );
      if (!abort.signal.aborted) setFound(next);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, round]);
  return found;
}
