import type { BoardingPoint, Place } from '../../backend/domain/place/place.ts';
import { type Coordinates, distanceMetres } from '../../backend/domain/units/coordinates.ts';
import type { LocateMunicipality } from '../region/municipalityLocator.ts';
import type { RefusedRow } from '../region/regionData.ts';
import type { Spot } from './openDataRows.ts';
import type { RoadSpot } from './roadSnap.ts';
import { romaji } from './romaji.ts';

/** A spot and where it was read. */
export interface ReadSpot {
  readonly spot: Spot;
  readonly file: string;
  readonly row: number;
}

/** The same name so close by is the same place (a station on two lines, a hall in two lists). */
const SAME_METRES = 400;

/**
 * Spots that lie where they say they lie, each place once, as places of a region.
 * @param found in order of preference
 */
export function placesOf(
  found: readonly ReadSpot[],
  locate: LocateMunicipality,
  refused: RefusedRow[],
): readonly Place[] {
  const byName = new Map<string, Spot[]>();
  const places: Place[] = [];
  for (const { spot, file, row } of found) {
    if (locate(spot.coordinates) !== spot.municipality) {
      const sentence = `${file}, line ${row}: ${spot.name} does not lie in ${spot.municipality}.`;
      refused.push({ file, row, code: 'outsideMunicipality', sentence });
      continue;
    }
    const key = `${spot.municipality} ${spot.name}`;
    const namesakes = byName.get(key) ?? [];
    byName.set(key, namesakes);
    if (namesakes.some((other) => distanceMetres(other.coordinates, spot.coordinates) < SAME_METRES))
      continue;
    namesakes.push(spot);
    const { id, name, kana, kind, municipality, coordinates } = spot;
    places.push({ id, name, kana, nameEn: romaji(kana), kind, municipality, coordinates, aliases: [] });
  }
  return places;
}

/** A vehicle can take a wheelchair aboard where the door is this close to the road. */
const WHEELCHAIR_METRES = 60;
/** Nobody is sent farther than this from the place to the road. */
const FARTHEST_METRES = 500;
/** Doors this close to the road keep their own point: the road engine finds the road. */
const DOOR_METRES = 40;
/** A hamlet's point is of use only this far from other points. */
const HAMLET_SPACING_METRES = 450;

/**
 * Boarding points in front of places, on the road: every place that is more than a name on the map, and hamlets that
 * have no other point near.
 */
export function boardingPointsOf(
  places: readonly Place[],
  snap: (point: Coordinates, withinMetres: number) => RoadSpot | undefined,
  refused: RefusedRow[],
): readonly BoardingPoint[] {
  const points: BoardingPoint[] = [];
  const spacing = createSpacing(HAMLET_SPACING_METRES);
  const isHamlet = (place: Place): boolean => place.kind === 'hamlet';
  for (const place of [...places.filter((one) => !isHamlet(one)), ...places.filter(isHamlet)]) {
    const road = snap(place.coordinates, FARTHEST_METRES);
    if (!road) {
      const sentence = `places.csv, ${place.id}: there is no road within ${FARTHEST_METRES} m of ${place.name}; it has no boarding point.`;
      refused.push({ file: 'places.csv', row: null, code: 'noRoadNear', sentence });
      continue;
    }
    const coordinates = road.metres <= DOOR_METRES ? place.coordinates : rounded(road.coordinates);
    if (isHamlet(place) && spacing.hasNeighbour(coordinates)) continue;
    spacing.add(coordinates);
    points.push({
      id: `bp-${place.id}`,
      name: place.name,
      kana: place.kana,
      municipality: place.municipality,
      coordinates,
      placeId: place.id,
      isWheelchairReachable: road.metres <= WHEELCHAIR_METRES,
    });
  }
  return points;
}

const rounded = (point: Coordinates): Coordinates => ({
  lon: Math.round(point.lon * 1e6) / 1e6,
  lat: Math.round(point.lat * 1e6) / 1e6,
});

/** Remembers points and answers whether one is near. */
function createSpacing(metres: number): {
  add(point: Coordinates): void;
  hasNeighbour(point: Coordinates): boolean;
} {
  const side = (metres / 111_195) * 1.6;
  const squares = new Map<string, Coordinates[]>();
  const column = (degrees: number): number => Math.floor(degrees / side);
  return {
    add(point) {
      const key = `${column(point.lon)},${column(point.lat)}`;
      squares.set(key, [...(squares.get(key) ?? []), point]);
    },
    hasNeighbour(point) {
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++)
          for (const other of squares.get(`${column(point.lon) + dx},${column(point.lat) + dy}`) ?? [])
            if (distanceMetres(other, point) < metres) return true;
      return false;
    },
  };
}
