import type { Place } from '../../backend/domain/place/place.ts';
import { type Coordinates, distanceMetres } from '../../backend/domain/units/coordinates.ts';
import { createMunicipalityLocator, type LocateMunicipality } from '../region/municipalityLocator.ts';
import type { RegionData } from '../region/regionData.ts';
import { pickOne, type Random, randomInteger, WeightedChoice } from '../seededRandom.ts';

/** A door in a hamlet. */
export interface Home {
  readonly hamlet: string;
  readonly coordinates: Coordinates;
}

/** Where people can live: what is needed of a region. */
export type HomeRegion = Pick<RegionData, 'municipalities' | 'places' | 'roads'>;

/** Houses stand this far from their hamlet's point at most. */
const HAMLET_METRES = 600;
/** Places this close make a hamlet part of a town, where more people live. */
const TOWN_METRES = 700;
const METRES_PER_DEGREE = 111_195;

interface Settlement {
  readonly hamlet: Place;
  /** Points on roads nearby, in the hamlet's municipality, sought when first asked for; empty where none is known. */
  readonly roadside: () => readonly Coordinates[];
  /** Of all who live in the municipality, the relative part who live here. */
  readonly weight: number;
}

/**
 * Draws homes in a municipality: a hamlet, more often one in a town, and a spot some metres beside a road near it
 * (around the hamlet's point where the region was read without roads).
 * @returns draw a home, or `undefined` where the municipality has no place at all
 */
export function createHomeDraw(
  region: HomeRegion,
): (random: Random, municipality: string) => Home | undefined {
  const locate = createMunicipalityLocator(region.municipalities);
  const roadside = createPointGrid(roadPoints(region), HAMLET_METRES);
  const neighbours = createPointGrid(
    region.places.map((place) => place.coordinates),
    TOWN_METRES,
  );
  const choices = new Map<string, WeightedChoice<Settlement>>();
  for (const { municipality } of region.municipalities) {
    const own = region.places.filter((place) => place.municipality === municipality.code);
    const hamlets = own.filter((place) => place.kind === 'hamlet');
    const settlements = (hamlets.length > 0 ? hamlets : own).map((hamlet): Settlement => {
      let near: readonly Coordinates[] | undefined;
      return {
        hamlet,
        roadside: () => {
          near ??= roadside(hamlet.coordinates).filter((point) => locate(point) === municipality.code);
          return near;
        },
        weight: neighbours(hamlet.coordinates).length,
      };
    });
    if (settlements.length > 0)
      choices.set(municipality.code, new WeightedChoice(settlements, (one) => one.weight));
  }
  return (random, municipality) => {
    const settlement = choices.get(municipality)?.pick(random);
    if (!settlement) return undefined;
    return {
      hamlet: settlement.hamlet.name,
      coordinates: drawDoor(random, settlement, locate),
    };
  };
}

function drawDoor(random: Random, settlement: Settlement, locate: LocateMunicipality): Coordinates {
  const roadside = settlement.roadside();
  const isByRoad = roadside.length > 0;
  const road = isByRoad ? pickOne(random, roadside) : settlement.hamlet.coordinates;
  const angle = random() * 2 * Math.PI;
  const metres = isByRoad ? randomInteger(random, 8, 40) : randomInteger(random, 20, 250);
  const squeeze = Math.cos((road.lat * Math.PI) / 180);
  const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
  const door = {
    lon: round(road.lon + (Math.cos(angle) * metres) / (METRES_PER_DEGREE * squeeze)),
    lat: round(road.lat + (Math.sin(angle) * metres) / METRES_PER_DEGREE),
  };
  // Across the border lives somebody else: stay at the starting point, which lies on this side.
  return locate(door) === settlement.hamlet.municipality ? door : road;
}

/** Points about every 80 m along the roads on which houses stand. */
function roadPoints(region: HomeRegion): readonly Coordinates[] {
  const points: Coordinates[] = [];
  for (const edge of region.roads.edges) {
    if (edge.class === 'motorway') continue;
    for (let i = 1; i < edge.shape.length; i++) {
      const a = edge.shape[i - 1]!;
      const b = edge.shape[i]!;
      const parts = Math.max(1, Math.round(distanceMetres(a, b) / 80));
      for (let part = 0; part < parts; part++)
        points.push({
          lon: a.lon + ((b.lon - a.lon) * part) / parts,
          lat: a.lat + ((b.lat - a.lat) * part) / parts,
        });
    }
  }
  return points;
}

/** Answers which of the points lie within a radius, looking only at the squares around. */
function createPointGrid(
  points: readonly Coordinates[],
  metres: number,
): (around: Coordinates) => readonly Coordinates[] {
  const size = (metres / METRES_PER_DEGREE) * 1.6;
  const squares = new Map<string, Coordinates[]>();
  const column = (degrees: number): number => Math.floor(degrees / size);
  for (const point of points) {
    const key = `${column(point.lon)},${column(point.lat)}`;
    const square = squares.get(key) ?? [];
    squares.set(key, square);
    square.push(point);
  }
  return (around) => {
    const found: Coordinates[] = [];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const point of squares.get(`${column(around.lon) + dx},${column(around.lat) + dy}`) ?? [])
          if (distanceMetres(point, around) <= metres) found.push(point);
    return found;
  };
}
