import type { Random } from '../seededRandom.ts';

/** Area codes of Aizu; elsewhere that of its city. */
const AREA_CODES: Readonly<Record<string, string>> = {
  '07208': '0241',
  '07402': '0241',
  '07405': '0241',
  '07422': '0241',
  '07423': '0241',
  '07444': '0241',
  '07445': '0241',
  '07446': '0241',
};
const DEFAULT_AREA_CODE = '0242';

/**
 * Draws telephone numbers that are never assigned, each once: exchanges that begin with 0 do not exist in Japan, 00
 * first, 01 to 09 when ten thousand are used up; then numbers repeat.
 */
export function createPhoneDraw(random: Random): (municipality: string) => string {
  const used = new Map<string, number>();
  // A step that shares no factor with 10,000 visits every number once.
  const step = 2 * Math.floor(random() * 2_000) * 5 + 7;
  const start = Math.floor(random() * 10_000);
  return (municipality) => {
    const area = AREA_CODES[municipality] ?? DEFAULT_AREA_CODE;
    const index = used.get(area) ?? 0;
    used.set(area, index + 1);
    const exchange = String(Math.floor(index / 10_000) % 10).padStart(2, '0');
    const number = String((start + index * step) % 10_000).padStart(4, '0');
    return `${area}-${exchange}-${number}`;
  };
}
