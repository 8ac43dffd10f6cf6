import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapLayer } from '../contract/index.ts';

const FILES: Readonly<Record<MapLayer, string>> = {
  municipalities: 'municipalities.geojson',
  roads: 'roads/drawing.geojson',
  water: 'water.geojson',
  rail: 'rail.geojson',
};

/** Reads a layer of the base map from the region's folder. */
export function readMapLayer(regionFolder: string, layer: MapLayer): Promise<Buffer> {
  return readFile(join(regionFolder, FILES[layer]));
}
