import type { SpokenText } from '../../backend/domain/units/spokenText.ts';
import type { OutlinedMunicipality, RegionHeader } from '../region/regionData.ts';
import { withoutTrialMark } from './importOperations.ts';

/** `region.json` of an imported region: the template's names, bounds around the municipalities. */
export function importHeader(
  template: RegionHeader,
  options: { readonly id: string; readonly credits: readonly SpokenText[] },
  municipalities: readonly OutlinedMunicipality[],
): RegionHeader {
  return {
    ...withoutTrialMark(template),
    format: 1,
    id: options.id,
    bounds: boundsOf(municipalities),
    credits: options.credits,
    trial: false,
  };
}

/** West, south, east, north of all outlines, a little wider. */
function boundsOf(municipalities: readonly OutlinedMunicipality[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const { outlineGeoJson } of municipalities) {
    const outline = JSON.parse(outlineGeoJson) as GeoJSON.Polygon | GeoJSON.MultiPolygon;
    const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
    for (const [lon, lat] of rings.flat()) {
      bounds[0] = Math.min(bounds[0], lon!);
      bounds[1] = Math.min(bounds[1], lat!);
      bounds[2] = Math.max(bounds[2], lon!);
      bounds[3] = Math.max(bounds[3], lat!);
    }
  }
  // 37.2 × 100 is a hair more than 3,720 in binary, hence the rounding first.
  const hundredths = (value: number): number => Number((value * 100).toFixed(6));
  const floor = (value: number): number => Math.floor(hundredths(value)) / 100;
  const ceil = (value: number): number => Math.ceil(hundredths(value)) / 100;
  return [floor(bounds[0]), floor(bounds[1]), ceil(bounds[2]), ceil(bounds[3])];
}
