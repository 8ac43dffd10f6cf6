import type { Person } from '../domain/person/person.ts';
import { ownDoor } from '../domain/place/ownDoor.ts';
import type { BoardingPoint, RidePlace } from '../domain/place/place.ts';
import type { Rejection } from '../domain/rejection/rejection.ts';
import type { PlaceSaid } from '../domain/ride/requestInput.ts';
import { areValidCoordinates, type Coordinates } from '../domain/units/coordinates.ts';
import { type Outcome, refusal, success } from '../domain/units/outcome.ts';
import type { PlacesTable } from '../ports/tables.ts';

/** How far a named place may lie from its boarding point. */
const WALK_METRES = 800;

/** Stands for the municipality of a place beyond the region: somebody wanted to go there, and that is kept. */
export const OUTSIDE_REGION = '';

/** A place as said, made a place where a vehicle can stop. `field` names the input in a refusal. */
export async function resolvePlace(
  said: PlaceSaid,
  person: Person,
  places: PlacesTable,
  field: 'from' | 'to',
): Promise<Outcome<RidePlace, Rejection>> {
  switch (said.kind) {
    case 'boardingPoint': {
      const point = await places.findBoardingPoint(said.id);
      return point ? success(toRidePlace(point)) : refusal({ code: 'unknownPlace', field });
    }
    case 'place': {
      const place = await places.findPlace(said.id);
      if (!place) return refusal({ code: 'unknownPlace', field });
      const [nearest] = await places.nearestBoardingPoints(place.coordinates, 1, WALK_METRES);
      if (nearest) return success({ ...toRidePlace(nearest.point), name: place.name });
      return success({ ...place, id: atId(place.coordinates) });
    }
    case 'home': {
      const { id, home, municipality } = person;
      return success({ ...ownDoor(id), municipality, coordinates: home });
    }
    case 'coordinates':
      return resolveCoordinates(said.at, places, field);
  }
}

async function resolveCoordinates(
  at: Coordinates,
  places: PlacesTable,
  field: 'from' | 'to',
): Promise<Outcome<RidePlace, Rejection>> {
  if (!areValidCoordinates(at)) return refusal({ code: 'invalidCoordinates', field });
  const municipality = (await places.municipalityAt(at)) ?? OUTSIDE_REGION;
  const [nearest] = await places.nearestBoardingPoints(at, 1, WALK_METRES);
  const name = nearest ? `${nearest.point.name}の近く` : '地図の場所';
  return success({ id: atId(at), name, municipality, coordinates: at });
}

/** The nearest boarding point, for services that do not come to the door. */
export async function snapToBoardingPoint(
  place: RidePlace,
  places: PlacesTable,
): Promise<RidePlace | undefined> {
  if (!place.id.startsWith('door:') && !place.id.startsWith('at:')) return place;
  const [nearest] = await places.nearestBoardingPoints(place.coordinates, 1, WALK_METRES);
  return nearest && toRidePlace(nearest.point);
}

function toRidePlace({ id, name, municipality, coordinates }: BoardingPoint): RidePlace {
  return { id, name, municipality, coordinates };
}

function atId({ lon, lat }: Coordinates): string {
  return `at:${lon.toFixed(5)},${lat.toFixed(5)}`;
}
