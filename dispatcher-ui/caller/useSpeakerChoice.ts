import { useEffect, useRef } from 'react';
import type { PersonView, ProxyView } from '../../backend/contract/index.ts';
import { useCall } from '../call/callContext.ts';
import { useShortcuts } from '../frame/useShortcuts.ts';
import { knownSpeaker, markedSpeaker } from '../store/speaker.ts';
import { useIncoming } from './incomingContext.ts';

/** Who is on the telephone for a rider. */
export interface SpeakerChoice {
  /** `self`, `other`, or the id of a proxy. */
  readonly marked: string;
  /** @param among the proxies that are known, where they are others than those read last */
  readonly choose: (who: string, among?: readonly ProxyView[]) => void;
}

/**
 * Says once who books and cancels in everything of the call. Shift+F7 goes to the next.
 * @param proxies those who may act for the rider; null until they are read
 */
export function useSpeakerChoice(person: PersonView, proxies: readonly ProxyView[] | null): SpeakerChoice {
  const { draft, change, speaker, setSpeaker } = useCall();
  const incoming = useIncoming();
  const call = incoming?.opened?.call ?? null;
  const known = proxies ?? [];
  const choices = ['self', ...known.map(({ id }) => id), 'other'];
  const marked = markedSpeaker(speaker, person.id, draft.proxyId);

  // An answer that comes when another rider has been chosen says nothing about who speaks for that one.
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  function choose(who: string, among = known): void {
    if (isGone.current) return;
    const proxy = among.find(({ id }) => id === who) ?? null;
    const kind = proxy?.kind ?? (who === 'other' ? 'other' : 'self');
    setSpeaker({ kind, personId: person.id, proxy });
    if (draft.proxyId !== (proxy?.id ?? null)) change({ proxyId: proxy?.id ?? null });
    if (call) void incoming?.tell({ caller: kind });
  }

  // Who spoke for another rider of this call, or whose number rings, speaks for this one, too.
  const spoken =
    proxies && draft.proxyId === null ? knownSpeaker(proxies, speaker, call?.number ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list of proxies that comes.
  useEffect(() => {
    if (spoken) choose(spoken.id);
  }, [proxies]);

  useShortcuts([
    ['Shift+F7', () => choose(choices[(choices.indexOf(marked) + 1) % choices.length] ?? 'self')],
  ]);

  return { marked, choose };
}
