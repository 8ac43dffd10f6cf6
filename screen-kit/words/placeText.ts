import type { RideView } from '../../backend/contract/index.ts';
import type { Language } from './language.ts';

/**
 * A ride's place as it is called on the screen: names stay as they are, a rider's own door is "Home" in English. A vehicle
 * that only waits does so near a place (`near:…`).
 */
export function placeText({ id, name }: Pick<RideView['from'], 'id' | 'name'>, language: Language): string {
  if (id.startsWith('near:')) return language === 'ja' ? `${name}の近く` : `near ${name}`;
  return language === 'en' && id.startsWith('door:') ? 'Home' : name;
}
