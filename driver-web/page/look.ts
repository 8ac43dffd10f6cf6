import { useEffect, useState } from 'react';
import { isDarkOutside } from '../store/daylight.ts';

/** Colours of the page: by the sun and the system's wish, or as the driver chose. */
export type Look = 'auto' | 'day' | 'night';

const STORAGE_KEY = 'ainori.driver.look';
const looks: readonly Look[] = ['auto', 'day', 'night'];

/** The remembered look, how to change it, and its effect on the document. */
export function useLook(moment: number): { look: Look; setLook: (look: Look) => void } {
  const [look, setLook] = useState<Look>(remembered);
  const prefersDark = usePrefersDark();
  const isNight = look === 'night' || (look === 'auto' && (prefersDark || isDarkOutside(moment)));
  useEffect(() => {
    document.documentElement.dataset.look = isNight ? 'night' : 'day';
  }, [isNight]);
  return {
    look,
    setLook: (next) => {
      setLook(next);
      try {
        localStorage.setItem(STORAGE_KEY, next);
      } catch {
        // Without storage the choice holds until the page is closed.
      }
    },
  };
}

function usePrefersDark(): boolean {
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const listen = () => setDark(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  return isDark;
}

function remembered(): Look {
  try {
    return looks.find((look) => look === localStorage.getItem(STORAGE_KEY)) ?? 'auto';
  } catch {
    return 'auto';
  }
}
