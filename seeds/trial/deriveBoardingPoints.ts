import type { BoardingPoint, Place } from '../../backend/domain/place/place.ts';

/** What the point in front of a place is called, added to the place's name. */
const SUFFIXES: Partial<Record<Place['kind'], { readonly name: string; readonly kana: string }>> = {
  hospital: { name: ' 正面玄関', kana: ' しょうめんげんかん' },
  townHall: { name: ' 玄関前', kana: ' げんかんまえ' },
};

/**
 * One boarding point at every place (hospitals: the main entrance), then the extra ones.
 * @param steep ids of places whose point a wheelchair does not reach
 */
export function deriveBoardingPoints(
  places: readonly Place[],
  extras: readonly BoardingPoint[],
  steep: ReadonlySet<string>,
): readonly BoardingPoint[] {
  const points = places.map((place): BoardingPoint => {
    const suffix = SUFFIXES[place.kind] ?? { name: '', kana: '' };
    const isStation = place.kind === 'station';
    return {
      id: `bp-${place.id}`,
      name: isStation ? `${place.name}前` : place.name + suffix.name,
      kana: isStation ? `${place.kana}まえ` : place.kana + suffix.kana,
      municipality: place.municipality,
      coordinates: place.coordinates,
      placeId: place.id,
      isWheelchairReachable: !steep.has(place.id),
    };
  });
  return [...points, ...extras];
}
