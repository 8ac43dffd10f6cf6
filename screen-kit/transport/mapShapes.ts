/** The shapes of one base-map layer: a GeoJSON FeatureCollection as the server sends it, WGS84 [lon, lat]. */
export interface MapShapes {
  readonly type: 'FeatureCollection';
  readonly features: readonly MapShape[];
}

export interface MapShape {
  readonly type: 'Feature';
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
  readonly properties: Readonly<Record<string, unknown>> | null;
}
