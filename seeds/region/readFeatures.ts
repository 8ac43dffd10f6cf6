import type { RefusedRow } from './regionData.ts';
import { RegionFault } from './regionFault.ts';
import { RowRefusal } from './rowRefusal.ts';

/** A feature of a GeoJSON file, not yet checked. */
export interface RawFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

/**
 * Reads a GeoJSON FeatureCollection; features that `readFeature` refuses are left out and appended to `refused`.
 * @throws RegionFault when the text is not a FeatureCollection
 */
export function parseCollection<Value>(
  text: string,
  file: string,
  readFeature: (feature: RawFeature, seen: Set<string>) => Value,
  refused: RefusedRow[],
): readonly Value[] {
  const values: Value[] = [];
  const seen = new Set<string>();
  for (const [index, member] of featuresOf(text, file).entries()) {
    try {
      const feature = (member ?? {}) as Partial<RawFeature>;
      values.push(
        readFeature({ properties: feature.properties ?? {}, geometry: feature.geometry ?? null }, seen),
      );
    } catch (fault) {
      if (!(fault instanceof RowRefusal)) throw fault;
      const row = index + 1;
      const sentence = `${file}, feature ${row}: ${fault.message}.`;
      refused.push({ file, row, code: fault.code, sentence });
    }
  }
  return values;
}

function featuresOf(text: string, file: string): readonly unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (fault) {
    throw new RegionFault('malformedFile', `${file} is not JSON: ${(fault as Error).message}`);
  }
  const features = (content as { features?: unknown } | null)?.features;
  if (!Array.isArray(features))
    throw new RegionFault('malformedFile', `${file} is not a GeoJSON collection.`);
  return features;
}
