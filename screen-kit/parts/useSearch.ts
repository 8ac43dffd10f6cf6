import { useEffect, useRef, useState } from 'react';
import { useAgainWhileAway } from '../session/useAgainWhileAway.ts';
import { type ApiFault, asFault } from '../transport/apiFault.ts';

/** What a search has brought so far. */
export interface Search<Item> {
  readonly items: readonly Item[];
  /** The text the items belong to. */
  readonly text: string;
  readonly isSearching: boolean;
  readonly fault: ApiFault | null;
}

const TYPING_PAUSE_MS = 100;

/** Matches of the text, asked for after a short pause in typing; an overtaken question is dropped. */
export function useSearch<Item>(
  text: string,
  find: (text: string, signal: AbortSignal) => Promise<readonly Item[]>,
): Search<Item> {
  const [search, setSearch] = useState<Search<Item>>({
    items: [],
    text: '',
    isSearching: false,
    fault: null,
  });
  const findNow = useRef(find);
  findNow.current = find;
  const round = useAgainWhileAway(search.fault);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    if (text === '') {
      setSearch({ items: [], text, isSearching: false, fault: null });
      return;
    }
    const abort = new AbortController();
    // Asked again by itself, the reason stays in sight until there is an answer.
    setSearch((before) => ({
      ...before,
      isSearching: true,
      fault: before.text === text ? before.fault : null,
    }));
    const timer = setTimeout(async () => {
      const found = await findNow.current(text, abort.signal).then(
        (items): Search<Item> => ({ items, text, isSearching: false, fault: null }),
        (cause: unknown): Search<Item> => ({ items: [], text, isSearching: false, fault: asFault(cause) }),
      );
      if (!abort.signal.aborted) setSearch(found);
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, round]);
  return search;
}
