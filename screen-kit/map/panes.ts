/**
 * Drawing order of the map's layers, from the ground up: pane name and z-index. Only the panes above the base map take
 * the pointer.
 */
export const PANES = {
  ground: 210,
  water: 220,
  rail: 230,
  roads: 240,
  names: 250,
  tours: 410,
  stops: 420,
  vehicles: 430,
} as const;

export type PaneName = keyof typeof PANES;

/** Panes that belong to the base map and let the pointer through. */
export const BASE_PANES: readonly PaneName[] = ['ground', 'water', 'rail', 'roads', 'names'];
