/**
 * Kinds of place in a vehicle, in the order of every load and capacity vector of Ainori's own services:
 * `[0]` seats, `[1]` wheelchair places, `[2]` stretcher places.
 */
export const PLACE_KINDS = ['seat', 'wheelchair', 'stretcher'] as const;

/** How many places of each kind a party takes; `[k]` counts `PLACE_KINDS[k]`. */
export type Load = readonly number[];

/** How many places of each kind a vehicle has in one arrangement of its seats; `[k]` counts `PLACE_KINDS[k]`. */
export type Configuration = readonly number[];
