import type { RoadNetwork } from '../network/roadNetwork.ts';
import { type Hierarchy, NO_EDGE } from './hierarchy.ts';

/** Stands for "no way"; twice it still fits into 32 bits. */
export const NO_WAY = 1_000_000_000;

/** What arcs and turns cost in one road state. Tenths of a second; `NO_WAY` where an arc may not be driven through. */
export interface ArcCosts {
  /** `[arc]` */
  readonly weight: Int32Array;
  readonly duration: Int32Array;
}

/**
 * Costs of a hierarchy's edges: `[edge]` upward from its lower end, downward to it. From the start of one arc to the
 * start of the other. Durations share memory with weights where they are the same.
 */
export interface Metric {
  readonly upWeight: Int32Array;
  readonly downWeight: Int32Array;
  readonly upDuration: Int32Array;
  readonly downDuration: Int32Array;
  /** Centimetres. */
  readonly upLength: Int32Array;
  readonly downLength: Int32Array;
}

/** Costs of the network as it was built: no snow, no closures. */
export function openRoads(network: RoadNetwork): ArcCosts {
  const passable = (costs: Int32Array) =>
    costs.map((cost, arc) => (network.arcDuration[arc]! > 0 ? cost : NO_WAY));
  return { weight: passable(network.arcWeight), duration: network.arcDuration };
}

function areSame(a: Int32Array, b: Int32Array): boolean {
  return a.every((value, i) => value === b[i] || value === NO_WAY);
}

/** Does the cheapest way always mean the fastest one? Then one array serves for both. */
function isWeightDuration(network: RoadNetwork, costs: ArcCosts): boolean {
  return areSame(costs.weight, costs.duration) && areSame(network.turnWeight, network.turnDuration);
}

function emptyMetric(edges: number, isShared: boolean): Metric {
  const upWeight = new Int32Array(edges).fill(NO_WAY);
  const downWeight = new Int32Array(edges).fill(NO_WAY);
  return {
    upWeight,
    downWeight,
    upDuration: isShared ? upWeight : new Int32Array(edges),
    downDuration: isShared ? downWeight : new Int32Array(edges),
    upLength: new Int32Array(edges),
    downLength: new Int32Array(edges),
  };
}

/** Gives each edge the cheapest turn it stands for. */
function setTurns(network: RoadNetwork, hierarchy: Hierarchy, costs: ArcCosts, metric: Metric): void {
  for (let arc = 0; arc < costs.weight.length; arc += 1) {
    if (costs.weight[arc]! >= NO_WAY) continue;
    const centimetres = Math.round(network.roadMetres[arc >> 1]! * 100);
    for (let turn = network.turnStart[arc]!; turn < network.turnStart[arc + 1]!; turn += 1) {
      if (hierarchy.turnEdge[turn] === NO_EDGE) continue;
      const isUp = hierarchy.turnEdge[turn]! >= 0;
      const edge = isUp ? hierarchy.turnEdge[turn]! : ~hierarchy.turnEdge[turn]!;
      const weight = costs.weight[arc]! + network.turnWeight[turn]!;
      if (weight >= (isUp ? metric.upWeight : metric.downWeight)[edge]!) continue;
      (isUp ? metric.upDuration : metric.downDuration)[edge] =
        costs.duration[arc]! + network.turnDuration[turn]!;
      (isUp ? metric.upWeight : metric.downWeight)[edge] = weight;
      (isUp ? metric.upLength : metric.downLength)[edge] = centimetres;
    }
  }
}

/**
 * Works out what each edge costs: the cheapest way over lower vertices only. Vertices in rising order; for vertex w
 * every lower neighbour v and every neighbour x above both form a triangle that may make the edge w–x cheaper
 * (Dibbelt, Strasser & Wagner 2016, basic customisation).
 */
export function customise(network: RoadNetwork, hierarchy: Hierarchy, costs: ArcCosts): Metric {
  const { upStart, upHead, downStart, downEdge, downTail } = hierarchy;
  const metric = emptyMetric(upHead.length, isWeightDuration(network, costs));
  setTurns(network, hierarchy, costs, metric);
  const { upWeight, downWeight, upDuration, downDuration, upLength, downLength } = metric;
  const edgeTo = new Int32Array(upStart.length);
  for (let w = 0; w + 1 < upStart.length; w += 1) {
    for (let e = upStart[w]!; e < upStart[w + 1]!; e += 1) edgeTo[upHead[e]!] = e;
    for (let i = downStart[w]!; i < downStart[w + 1]!; i += 1) {
      const toW = downEdge[i]!;
      const rise = upWeight[toW]!;
      const fall = downWeight[toW]!;
      if (rise >= NO_WAY && fall >= NO_WAY) continue;
      const end = upStart[downTail[i]! + 1]!;
      for (let toX = toW + 1; toX < end; toX += 1) {
        const edge = edgeTo[upHead[toX]!]!;
        const up = fall + upWeight[toX]!;
        if (up < upWeight[edge]!) {
          upDuration[edge] = downDuration[toW]! + upDuration[toX]!;
          upWeight[edge] = up;
          upLength[edge] = downLength[toW]! + upLength[toX]!;
        }
        const down = downWeight[toX]! + rise;
        if (down < downWeight[edge]!) {
          downDuration[edge] = downDuration[toX]! + upDuration[toW]!;
          downWeight[edge] = down;
          downLength[edge] = downLength[toX]! + upLength[toW]!;
        }
      }
    }
  }
  return metric;
}
