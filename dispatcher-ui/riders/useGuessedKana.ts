import { useEffect, useRef } from 'react';
import { useScreen } from '../../screen-kit/session/screenContext.ts';
import { ownReading } from '../store/ownReading.ts';

/** So long nothing is typed before the register is asked. */
const PAUSE_MS = 500;

/**
 * Offers the reading of a name: what it says itself where it is written in kana, else the usual one of the register's
 * people of that name; never over a reading that was typed.
 */
export function useGuessedKana(name: string, kana: string, onGuess: (kana: string) => void): void {
  const { api } = useScreen();
  const guess = useRef(onGuess);
  guess.current = onGuess;
  const isWanted = name.trim() !== '' && kana === '';
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const usualReading = () =>
      api.readKana(name.trim()).then(
        ({ readings }) => readings[0],
        () => undefined,
      );
    const ask = async () => {
      const reading = ownReading(name) ?? (await usualReading());
      if (!isOver && reading !== undefined) guess.current(reading);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, name, isWanted]);
}
