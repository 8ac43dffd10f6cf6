import type { AuthoredRegion } from './buildTrialRegion.ts';

/** The authored files of a trial region's folder. @param read gives the text of a path */
export function readAuthoredRegion(folder: string, read: (path: string) => string): AuthoredRegion {
  return {
    places: read(`${folder}/places.csv`),
    municipalities: read(`${folder}/authored/municipalities.csv`),
    roads: read(`${folder}/authored/roads.txt`),
    baseMap: read(`${folder}/authored/basemap.txt`),
    boardingExtras: read(`${folder}/authored/boardingExtras.csv`),
    noWheelchair: read(`${folder}/authored/noWheelchair.txt`),
  };
}
