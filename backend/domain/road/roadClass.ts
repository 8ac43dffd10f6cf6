/** Kinds of roads, heaviest first, as the road engine names them. */
export const ROAD_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'minor',
  'service',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];
