import { useWords } from '../../screen-kit/words/words.ts';
import type { PossibleMove } from '../store/moveChoice.ts';

const texts = {
  added: {
    ja: (km: string, minutes: string) => `走行 ${km}km ${minutes}分`,
    en: (km: string, minutes: string) => `${km} km ${minutes} min`,
  },
  same: { ja: '走行は同じ', en: 'as now' },
};

/** `走行 +1.2km +3分`, `+1.2 km +3 min`: how much more both vehicles drive together than now. */
export function useAddedText(): (effect: PossibleMove['effect']) => string {
  const t = useWords(texts);
  return ({ addedDrivingSeconds, addedDrivingMetres }) => {
    const [km, minutes] = [addedDrivingMetres / 1000, Math.round(addedDrivingSeconds / 60)];
    if (Math.abs(km) < 0.05 && minutes === 0) return t.same;
    return t.added(signed(km.toFixed(1)), signed(String(minutes)));
  };
}

/** With its sign; a true minus is as wide as the plus. */
function signed(figure: string): string {
  if (Number(figure) === 0) return '±0';
  return figure.startsWith('-') ? `−${figure.slice(1)}` : `+${figure}`;
}
