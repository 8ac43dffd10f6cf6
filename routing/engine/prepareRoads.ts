import { createHash } from 'node:crypto';
import { buildHierarchy, type Hierarchy } from '../hierarchy/hierarchy.ts';
import { type SearchCosts, searchCosts } from '../hierarchy/hierarchySearch.ts';
import { openRoads } from '../hierarchy/metric.ts';
import { orderArcs } from '../hierarchy/nestedDissection.ts';
import type { RoadNetwork } from '../network/roadNetwork.ts';
import { SnapIndex } from '../snapping/snapIndex.ts';

/** A network with everything an engine needs to answer; what is kept on disk. */
export interface PreparedRoads {
  readonly network: RoadNetwork;
  /** Changes whenever roads, speeds or turn costs do. */
  readonly networkId: string;
  readonly hierarchy: Hierarchy;
  /** Costs of open roads. */
  readonly costs: SearchCosts;
  readonly index: SnapIndex;
}

function idOf(network: RoadNetwork): string {
  const hash = createHash('sha256').update(network.profile);
  const { shapeLon, shapeLat, shapeStart, arcDuration, arcWeight, turnTo, turnDuration, turnWeight } =
    network;
  for (const array of [
    shapeLon,
    shapeLat,
    shapeStart,
    arcDuration,
    arcWeight,
    turnTo,
    turnDuration,
    turnWeight,
  ]) {
    hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Prepares a network: order, hierarchy, costs, spatial index. `onProgress` hears shares from 0 to 1. */
export function prepareRoads(network: RoadNetwork, onProgress?: (share: number) => void): PreparedRoads {
  const order = orderArcs(network, (share) => onProgress?.(share * 0.7));
  const hierarchy = buildHierarchy(network, order);
  onProgress?.(0.85);
  const costs = searchCosts(network, hierarchy, openRoads(network));
  onProgress?.(0.95);
  const index = new SnapIndex(network);
  onProgress?.(1);
  return { network, networkId: idOf(network), hierarchy, costs, index };
}
