import type { PreparedRoads } from '../engine/prepareRoads.ts';
import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Metric } from '../hierarchy/metric.ts';
import type { ClimbEdges, UsefulEdges } from '../hierarchy/usefulEdges.ts';
import type { RoadNetwork } from '../network/roadNetwork.ts';
import { ReadingFault } from '../readers/readingFault.ts';
import { SnapIndex } from '../snapping/snapIndex.ts';
import { readArrayFile, type StoredArray, writeArrayFile } from './arrayFile.ts';

interface Facts {
  readonly profile: string;
  readonly networkId: string;
  readonly texts: readonly string[];
  /** Durations are the weights and are not stored twice. */
  readonly isWeightDuration: boolean;
}

const NETWORK_ARRAYS = [
  'nodeLon',
  'nodeLat',
  'nodeAltitude',
  'roadFrom',
  'roadTo',
  'roadClass',
  'roadFlags',
  'roadName',
  'roadRef',
  'roadMetres',
  'roadTwin',
  'shapeStart',
  'shapeLon',
  'shapeLat',
  'shapeId',
  'shapeMetres',
  'arcDuration',
  'arcWeight',
  'turnStart',
  'turnTo',
  'turnDuration',
  'turnWeight',
] as const satisfies readonly (keyof RoadNetwork)[];
const HIERARCHY_ARRAYS = [
  'rankOf',
  'arcOf',
  'upStart',
  'upHead',
  'downStart',
  'downEdge',
  'downTail',
  'turnEdge',
] as const satisfies readonly (keyof Hierarchy)[];
const COST_ARRAYS = [
  'upWeight',
  'downWeight',
  'upLength',
  'downLength',
] as const satisfies readonly (keyof Metric)[];
const DURATION_ARRAYS = ['upDuration', 'downDuration'] as const satisfies readonly (keyof Metric)[];

const DIRECTIONS = ['up', 'down'] as const satisfies readonly (keyof UsefulEdges)[];
const CLIMB_ARRAYS = [
  'start',
  'head',
  'edge',
  'weight',
  'duration',
  'length',
] as const satisfies readonly (keyof ClimbEdges)[];

/** Writes prepared roads into one file; never leaves half a file behind. */
export function writePreparedRoads(path: string, roads: PreparedRoads): void {
  const { network, hierarchy, costs, index, networkId } = roads;
  const { metric, edges } = costs;
  const isWeightDuration = metric.upDuration === metric.upWeight;
  const arrays: Record<string, StoredArray> = {};
  for (const name of NETWORK_ARRAYS) arrays[name] = network[name];
  for (const name of HIERARCHY_ARRAYS) arrays[name] = hierarchy[name];
  for (const name of COST_ARRAYS) arrays[name] = metric[name];
  if (!isWeightDuration) for (const name of DURATION_ARRAYS) arrays[name] = metric[name];
  for (const direction of DIRECTIONS) {
    for (const name of CLIMB_ARRAYS) {
      if (name !== 'duration' || !isWeightDuration) arrays[`${direction}.${name}`] = edges[direction][name];
    }
  }
  arrays.tree = new Uint8Array(index.treeData);
  const facts: Facts = { profile: network.profile, networkId, texts: network.texts, isWeightDuration };
  writeArrayFile(path, { arrays, facts });
}

/** Reads what `writePreparedRoads` wrote. Throws `ReadingFault`. */
export function readPreparedRoads(path: string): PreparedRoads {
  const file = readArrayFile(path);
  const facts = file.facts as Facts;
  const pick = <Part>(names: readonly string[]): Part => {
    const missing = names.find((name) => !file.arrays[name]);
    if (missing) throw new ReadingFault('malformedFile', `${path} lacks ${missing}; build it again.`);
    return Object.fromEntries(names.map((name) => [name, file.arrays[name]])) as Part;
  };
  const weights = pick<Metric>(COST_ARRAYS);
  const durations = facts.isWeightDuration
    ? { upDuration: weights.upWeight, downDuration: weights.downWeight }
    : pick<Pick<Metric, 'upDuration' | 'downDuration'>>(DURATION_ARRAYS);
  const climbEdges = (direction: keyof UsefulEdges): ClimbEdges => {
    const stored = (name: string) =>
      `${direction}.${facts.isWeightDuration && name === 'duration' ? 'weight' : name}`;
    const found = pick<Record<string, Int32Array>>(CLIMB_ARRAYS.map(stored));
    return Object.fromEntries(
      CLIMB_ARRAYS.map((name) => [name, found[stored(name)]]),
    ) as unknown as ClimbEdges;
  };
  const network = { ...pick<RoadNetwork>(NETWORK_ARRAYS), profile: facts.profile, texts: facts.texts };
  const { tree } = pick<{ tree: Uint8Array }>(['tree']);
  return {
    network,
    networkId: facts.networkId,
    hierarchy: pick<Hierarchy>(HIERARCHY_ARRAYS),
    costs: {
      metric: { ...weights, ...durations },
      edges: { up: climbEdges('up'), down: climbEdges('down') },
    },
    index: new SnapIndex(network, { data: tree.buffer, byteOffset: tree.byteOffset }),
  };
}
