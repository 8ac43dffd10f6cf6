import type { PlacesAnswer, PlaceView } from '../../contract/index.ts';
import type { Place } from '../../domain/place/place.ts';
import { accountScopeOf, answer, type Call, type Reply } from './call.ts';
import { searchTextOf } from './queryInput.ts';

const MOST_PLACES = 20;

/** Names people say on the telephone. */
export const placeRoutes = {
  'GET /api/v1/places': searchPlaces,
};

async function searchPlaces(call: Call): Promise<Reply> {
  const text = searchTextOf(call.query);
  const places = await call.deps.store.read(accountScopeOf(call), (tables) =>
    tables.places.searchPlaces(text, MOST_PLACES),
  );
  const view: PlacesAnswer = { places: places.map(placeView) };
  return answer(view);
}

function placeView({ id, name, kana, nameEn, kind, municipality, coordinates }: Place): PlaceView {
  return { id, name, kana, nameEn, kind, municipality, lon: coordinates.lon, lat: coordinates.lat };
}
