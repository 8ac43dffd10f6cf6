import type { RideView } from '../../backend/contract/index.ts';
import type { Language } from './language.ts';

/** A ride's place as it is called on the screen: names stay as they are, a rider's own door is "Home" in English. */
export function placeText({ id, name }: Pick<RideView['from'], 'id' | 'name'>, language: Language): string {
  return language === 'en' && id.startsWith('door:') ? 'Home' : name;
}
