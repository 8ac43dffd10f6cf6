import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'ainori.ruby';
const listeners = new Set<() => void>();
let isOn = false;

/** Reads whether readings are wanted over the letters. Call once before the first drawing. */
export function startRuby(): void {
  try {
    isOn = localStorage.getItem(STORAGE_KEY) === 'on';
  } catch {
    isOn = false;
  }
}

/** Switches the readings and remembers the choice on this device. */
export function setRuby(next: boolean): void {
  isOn = next;
  try {
    localStorage.setItem(STORAGE_KEY, next ? 'on' : 'off');
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  for (const listener of [...listeners]) listener();
}

/** Are readings shown? Draws again when that is switched. */
export function useRuby(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isOn,
  );
}
