import type { Coordinates } from '../units/coordinates.ts';

/** One of the region's municipalities. `code` is the five-digit code of the Ministry of Internal Affairs. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly nameEn: string;
  readonly population: number;
  readonly over65: number;
  readonly areaKm2: number;
}

export const PLACE_CATEGORIES = [
  'hamlet',
  'townHall',
  'hospital',
  'clinic',
  'station',
  'shop',
  'hotSpring',
  'school',
  'hall',
  'postOffice',
  'other',
] as const;
export type PlaceCategory = (typeof PLACE_CATEGORIES)[number];

/** A name people say on the telephone. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** Hiragana reading. */
  readonly kana: string;
  readonly nameEn: string;
  readonly kind: PlaceCategory;
  readonly municipality: string;
  readonly coordinates: Coordinates;
  readonly aliases: readonly string[];
}

/** A place on the map where people get in or out. */
export interface BoardingPoint {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly municipality: string;
  readonly coordinates: Coordinates;
  readonly placeId: string | null;
  /** Can a wheelchair be taken aboard here? */
  readonly isWheelchairReachable: boolean;
}

/**
 * Where a ride begins or ends: a boarding point, or a door (somebody's home) that stands for itself. `id` is the
 * boarding point's id, or `door:<personId>` or `at:<lon>,<lat>` with five decimals.
 */
export interface RidePlace {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly coordinates: Coordinates;
}
