import type { TravelPoint } from '../../ports/travel.ts';

/**
 * What a location's row and column hold: road times, straight lines to be replaced when the roads answer, or nothing
 * because no road is near it.
 */
export type LocationStanding = 'roads' | 'estimate' | 'offRoad';

/** A point with a number in the matrix. */
export interface Location extends TravelPoint {
  readonly index: number;
  standing: LocationStanding;
}

/** Five decimals of a degree are about a metre: closer points are the same place. */
const SAME_PLACE_DEGREES = 0.5e-5;

/** Coordinates that are no numbers lie nowhere, all in the same nowhere. */
function isSamePlace(one: TravelPoint, other: TravelPoint): boolean {
  const isApart = (a: number, b: number) => Math.abs(a - b) >= SAME_PLACE_DEGREES;
  return !isApart(one.lon, other.lon) && !isApart(one.lat, other.lat);
}

/** The points of a matrix in the order in which they came; a number is never given twice. */
export class Locations {
  readonly #all: Location[] = [];
  /** A person may move house: the same id elsewhere is another location. */
  readonly #byId = new Map<string, Location[]>();

  get size(): number {
    return this.#all.length;
  }

  find(point: TravelPoint): Location | undefined {
    return this.#byId.get(point.id)?.find((location) => isSamePlace(location, point));
  }

  get(point: TravelPoint): Location {
    const found = this.find(point);
    if (!found) throw new Error(`${point.id} has no number in the matrix`);
    return found;
  }

  /** Known locations of this standing. */
  standing(standing: LocationStanding): Location[] {
    return this.#all.filter((location) => location.standing === standing);
  }

  all(): readonly Location[] {
    return this.#all;
  }

  /** Those of the points that have no number yet, each once. */
  missing(points: readonly TravelPoint[]): TravelPoint[] {
    const missing: TravelPoint[] = [];
    for (const point of points) {
      const isKnown = this.find(point) !== undefined;
      if (isKnown || missing.some((other) => other.id === point.id && isSamePlace(other, point))) continue;
      missing.push(point);
    }
    return missing;
  }

  /** Gives numbers to points that have none, and this standing to all of them. Returns them in the points' order. */
  settle(points: readonly TravelPoint[], standing: LocationStanding): Location[] {
    return points.map((point) => {
      const known = this.find(point);
      if (known) {
        known.standing = standing;
        return known;
      }
      const location = { ...point, index: this.#all.length, standing };
      this.#all.push(location);
      this.#byId.set(point.id, [...(this.#byId.get(point.id) ?? []), location]);
      return location;
    });
  }
}
