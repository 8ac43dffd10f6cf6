import { useEffect, useRef } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';

/** So long nothing is typed before the register is asked. */
const PAUSE_MS = 500;

/**
 * Offers the usual reading of a name in kanji, from the register's people of that name; never over a reading that was
 * typed.
 */
export function useGuessedKana(name: string, kana: string, onGuess: (kana: string) => void): void {
  const { api } = useScreen();
  const guess = useRef(onGuess);
  guess.current = onGuess;
  const isWanted = name.trim() !== '' && kana === '';
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const ask = async () => {
      const answer = await api.readKana(name.trim()).catch(() => null);
      const [reading] = answer?.readings ?? [];
      if (!isOver && reading !== undefined) guess.current(reading);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, name, isWanted]);
}
