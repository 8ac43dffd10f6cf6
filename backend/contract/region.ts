import { z } from 'zod';

export const municipalityViewSchema = z.object({
  code: z.string(),
  name: z.string(),
  kana: z.string(),
  nameEn: z.string(),
});
export type MunicipalityView = z.infer<typeof municipalityViewSchema>;

export const placeViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  kana: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  municipality: z.string(),
  lon: z.number(),
  lat: z.number(),
});
export type PlaceView = z.infer<typeof placeViewSchema>;

/** `GET /api/v1/places?q=`. */
export const placesAnswerSchema = z.object({ places: z.array(placeViewSchema) });
export type PlacesAnswer = z.infer<typeof placesAnswerSchema>;

/** `GET /api/v1/region`: for the map and the forms. */
export const regionViewSchema = z.object({
  id: z.string(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  municipalities: z.array(municipalityViewSchema),
  services: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string(), phone: z.string() })),
  /** For how many days after today any of the services takes bookings. */
  daysAhead: z.number(),
});
export type RegionView = z.infer<typeof regionViewSchema>;

/**
 * `GET /api/v1/region/map/{layer}.geojson`, layer: municipalities, roads, water, rail. Drawn by the browser itself; no
 * tile server.
 */
export const MAP_LAYERS = ['municipalities', 'roads', 'water', 'rail'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];
