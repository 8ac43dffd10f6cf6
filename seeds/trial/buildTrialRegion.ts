import type { BoardingPoint, Place } from '../../backend/domain/place/place.ts';
import type { Coordinates } from '../../backend/domain/units/coordinates.ts';
import { parseTable } from '../region/parseTable.ts';
import type { OutlinedMunicipality, RefusedRow } from '../region/regionData.ts';
import {
  boardingPointsText,
  drawingText,
  edgesText,
  municipalitiesText,
  nodesText,
} from '../region/regionTexts.ts';
import { readBoardingPointRow, readMunicipalityRow, readPlaceRow } from '../region/rows.ts';
import { type AuthoredBlock, AuthoringFault, parseAuthoredLines } from './authoredLines.ts';
import { deriveBoardingPoints } from './deriveBoardingPoints.ts';
import { deriveOutlines } from './outlines.ts';
import { buildRoadNetwork, linkPlaces, roadStretches } from './roadNetwork.ts';

/** The files people wrote, as text. */
export interface AuthoredRegion {
  readonly places: string;
  readonly municipalities: string;
  readonly roads: string;
  readonly baseMap: string;
  readonly boardingExtras: string;
  readonly noWheelchair: string;
}

/**
 * The derived files of the trial region by path inside its folder.
 * @throws AuthoringFault when the authored files contradict themselves
 */
export function buildTrialRegion(authored: AuthoredRegion): ReadonlyMap<string, string> {
  const refused: RefusedRow[] = [];
  const municipalities = parseTable(
    authored.municipalities,
    'municipalities.csv',
    readMunicipalityRow,
    refused,
  );
  const places = parseTable(authored.places, 'places.csv', (row) => readPlaceRow(row), refused);
  const extras = parseTable(
    authored.boardingExtras,
    'boardingExtras.csv',
    (row) => readBoardingPointRow(row),
    refused,
  );
  if (refused.length > 0) throw new AuthoringFault(refused.map((row) => row.sentence).join('\n'));

  const placeById = new Map<string, Coordinates>(places.map((place) => [place.id, place.coordinates]));
  const roadBlocks = parseAuthoredLines(authored.roads, 'roads.txt', ['road'], placeById);
  const mapBlocks = parseAuthoredLines(
    authored.baseMap,
    'basemap.txt',
    ['border', 'guide', 'lake', 'river', 'rail'],
    placeById,
  );
  const stretches = linkPlaces(
    roadStretches(roadBlocks),
    places.map((place) => ({ id: place.id, ...place.coordinates })),
  );
  const network = buildRoadNetwork(stretches);
  const boardingPoints = boardingPointsOf(places, extras, authored.noWheelchair);
  const drawnRoads = stretches.map(({ class: roadClass, ref, name, points }) => ({
    properties: { class: roadClass, ref, name },
    points,
    isRing: false,
  }));
  return new Map([
    ['municipalities.geojson', municipalitiesText(outlined(municipalities, places, mapBlocks))],
    ['boardingPoints.csv', boardingPointsText(boardingPoints)],
    ['roads/nodes.csv', nodesText(network.nodes)],
    ['roads/edges.csv', edgesText(network.edges)],
    ['roads/drawing.geojson', drawingText(drawnRoads)],
    ['water.geojson', drawingText(drawnLines(mapBlocks, ['lake', 'river']))],
    ['rail.geojson', drawingText(drawnLines(mapBlocks, ['rail']))],
  ]);
}

function boardingPointsOf(
  places: readonly Place[],
  extras: readonly BoardingPoint[],
  noWheelchair: string,
): readonly BoardingPoint[] {
  const ids = noWheelchair
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/).filter((id) => id !== ''));
  const known = new Set(places.map((place) => place.id));
  const unknown = [...ids, ...extras.map((extra) => extra.placeId ?? '')].filter((id) => !known.has(id));
  if (unknown.length > 0) throw new AuthoringFault(`nobody has defined ${unknown.join(' ')}`);
  return deriveBoardingPoints(places, extras, new Set(ids));
}

function outlined(
  municipalities: readonly OutlinedMunicipality['municipality'][],
  places: readonly Place[],
  blocks: readonly AuthoredBlock[],
): readonly OutlinedMunicipality[] {
  const border = blocks.find((block) => block.kind === 'border')?.lines.flat();
  if (!border) throw new AuthoringFault('basemap.txt has no border');
  const guides = blocks
    .filter((block) => block.kind === 'guide')
    .flatMap((block) =>
      block.lines.flat().map(({ lon, lat }) => ({ municipality: block.words[0] ?? '', lon, lat })),
    );
  const seeds = places.map((place) => ({ municipality: place.municipality, ...place.coordinates }));
  const outlines = deriveOutlines([...seeds, ...guides], border);
  return municipalities.map((municipality) => ({
    municipality,
    outlineGeoJson: JSON.stringify(outlines.get(municipality.code)),
  }));
}

function drawnLines(blocks: readonly AuthoredBlock[], kinds: readonly string[]) {
  return blocks
    .filter((block) => kinds.includes(block.kind))
    .flatMap((block) =>
      block.lines.map((points) => ({
        properties: { kind: block.kind, name: block.words.join(' ') },
        points,
        isRing: block.kind === 'lake',
      })),
    );
}
