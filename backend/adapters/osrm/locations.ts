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

/** A person may move house: the same id elsewhere is another location. Five decimals are about a metre. */
function keyOf(point: TravelPoint): string {
  return `${point.id} ${point.lon.toFixed(5)} ${point.lat.toFixed(5)}`;
}

/** The points of a matrix in the order in which they came; a number is never given twice. */
export class Locations {
  readonly #all: Location[] = [];
  readonly #byKey = new Map<string, Location>();

  get size(): number {
    return this.#all.length;
  }

  find(point: TravelPoint): Location | undefined {
    return this.#byKey.get(keyOf(point));
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
    const byKey = new Map(points.map((point) => [keyOf(point), point]));
    return [...byKey.values()].filter((point) => !this.find(point));
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
      this.#byKey.set(keyOf(point), location);
      return location;
    });
  }
}
