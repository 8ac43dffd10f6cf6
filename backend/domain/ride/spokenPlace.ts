import type { RidePlace } from '../place/place.ts';
import type { SpokenText } from '../units/spokenText.ts';

/** Where somebody is met, as one says it: a door is `お宅の前`. */
export function spokenPlace({ id, name }: Pick<RidePlace, 'id' | 'name'>): SpokenText {
  return id.startsWith('door:') ? { ja: 'お宅の前', en: 'your door' } : { ja: name, en: name };
}
