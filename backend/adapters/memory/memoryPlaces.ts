import { StoreFault } from '../../domain/fault/storeFault.ts';
import { type Outline, outlineHolds, readOutline } from '../../domain/place/outline.ts';
import type { BoardingPoint, Municipality, Place } from '../../domain/place/place.ts';
import { placeScore, placeTerms, placeWays, placeWords } from '../../domain/place/placeKeys.ts';
import { areValidCoordinates, distanceMetres } from '../../domain/units/coordinates.ts';
import type { PlacesTable } from '../../ports/tables.ts';
import type { MemoryAccess } from './memoryAccess.ts';
import { compareText, demandValidPoint, sortedBy } from './memoryRows.ts';
import type { MemoryTransaction } from './memoryTable.ts';

interface MunicipalityRow {
  readonly municipality: Municipality;
  readonly outline: Outline;
}

interface PlaceRow {
  readonly place: Place;
  readonly terms: string;
}

/** The region: municipalities, places, boarding points. */
export function memoryPlaces(transaction: MemoryTransaction, access: MemoryAccess): PlacesTable {
  function municipalities(): readonly MunicipalityRow[] {
    return sortedBy(transaction.all<MunicipalityRow>('municipality'), (row) => row.municipality.code);
  }
  return {
    listMunicipalities: async () => municipalities().map(({ municipality }) => municipality),
    listBoardingPoints: async () =>
      sortedBy(transaction.all<BoardingPoint>('boardingPoint'), (point) => point.id),
    findBoardingPoint: async (id) => transaction.get<BoardingPoint>('boardingPoint', id),
    async listBoardingPointsByIds(ids) {
      const points = transaction.all<BoardingPoint>('boardingPoint').filter(({ id }) => ids.includes(id));
      return sortedBy(points, ({ id }) => id);
    },
    findPlace: async (id) => transaction.get<PlaceRow>('place', id)?.place,
    searchPlaces: async (text, limit) => searchPlaces(transaction.all<PlaceRow>('place'), text, limit),
    async municipalityAt(point) {
      if (!areValidCoordinates(point)) return undefined;
      return municipalities().find(({ outline }) => outlineHolds(outline, point))?.municipality.code;
    },
    async nearestBoardingPoints(point, limit, withinMetres) {
      demandValidPoint(point);
      return transaction
        .all<BoardingPoint>('boardingPoint')
        .map((each) => ({ point: each, distanceMetres: distanceMetres(point, each.coordinates) }))
        .filter((near) => near.distanceMetres <= withinMetres)
        .sort((a, b) => a.distanceMetres - b.distanceMetres || compareText(a.point.id, b.point.id))
        .slice(0, limit);
    },
    async insertMunicipalities(rows) {
      access.demand(access.isOffice);
      for (const { municipality, outlineGeoJson } of rows) {
        const outline = readOutline(outlineGeoJson);
        if (outline === undefined) {
          const message = `The outline of municipality ${municipality.code} is not a closed polygon.`;
          throw new StoreFault('invalidValue', message);
        }
        transaction.set('municipality', municipality.code, { municipality, outline });
      }
    },
    async insertPlaces(places) {
      access.demand(access.isOffice);
      for (const place of places) {
        demandValidPoint(place.coordinates);
        const town = transaction.get<MunicipalityRow>('municipality', place.municipality);
        const terms = placeTerms(place, town?.municipality);
        transaction.set('place', place.id, { place, terms });
      }
    },
    // What is kept in memory was written by this process.
    renewKeys: async () => 0,
    async insertBoardingPoints(points) {
      access.demand(access.isOffice);
      for (const point of points) {
        demandValidPoint(point.coordinates);
        transaction.set('boardingPoint', point.id, point);
      }
    },
  };
}

function searchPlaces(rows: readonly PlaceRow[], text: string, limit: number): readonly Place[] {
  const words = placeWords(text);
  const ways = placeWays(text);
  return rows
    .flatMap(({ place, terms }) => {
      const score = placeScore(terms, words, ways);
      return score === undefined ? [] : [{ place, score }];
    })
    .sort((a, b) => b.score - a.score || comparePlaces(a.place, b.place))
    .slice(0, limit)
    .map(({ place }) => place);
}

function comparePlaces(a: Place, b: Place): number {
  return [...a.name].length - [...b.name].length || compareText(a.kana, b.kana) || compareText(a.id, b.id);
}
