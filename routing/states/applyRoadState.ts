import type { PreparedRoads } from '../engine/prepareRoads.ts';
import { FIXED } from '../geometry/distance.ts';
import { type ArcCosts, NO_WAY, openRoads } from '../hierarchy/metric.ts';
import { ROAD_CLASSES, type RoadNetwork, UNKNOWN_ALTITUDE } from '../network/roadNetwork.ts';
import { ClosedIntervals } from './closedIntervals.ts';
import { closedLines } from './closedLines.ts';
import {
  type ClosedPart,
  type LearnedRule,
  type RoadState,
  RoadStateFault,
  type RoadStateReport,
  type SnowRule,
} from './roadState.ts';
import { isInRing, partsInRing, roadsNearRing } from './roadsInRing.ts';
import { roadsOfRef, stretchBetween } from './stretchOfRef.ts';

/** A state worked out on a network. */
export interface AppliedState {
  /** Of driving through whole arcs: `NO_WAY` where any part is closed. */
  readonly costs: ArcCosts;
  /** Of driving a part of an arc that is open. */
  readonly partCosts: ArcCosts;
  readonly closed: ClosedIntervals;
  readonly report: RoadStateReport;
}

type Ground = Pick<PreparedRoads, 'network' | 'index'>;

function closePart({ network, index }: Ground, part: ClosedPart, closed: ClosedIntervals): void {
  if (part.kind === 'ref' && part.between) {
    for (const { road, from, to } of stretchBetween(network, index, part)) closed.add(road, from, to);
    return;
  }
  const ring = part.kind === 'area' ? part.ring : part.within;
  const classes = part.kind === 'area' ? part.classes : undefined;
  const roads = part.kind === 'ref' ? roadsOfRef(network, part.ref) : roadsNearRing(index, ring!);
  for (const road of roads) {
    if (classes && !classes.includes(ROAD_CLASSES[network.roadClass[road]!]!)) continue;
    const parts = ring ? partsInRing(network, road, ring) : [[0, network.roadMetres[road]!] as const];
    for (const [from, to] of parts) closed.add(road, from, to);
  }
}

function closeAll(ground: Ground, state: RoadState): ClosedIntervals {
  const all = new ClosedIntervals();
  for (const [i, part] of state.closed.entries()) {
    const closed = new ClosedIntervals();
    closePart(ground, part, closed);
    if (closed.size === 0) {
      throw new RoadStateFault('nothingClosed', `closed[${i}] closes no road; check number and place.`);
    }
    for (const road of closed.roads()) for (const [from, to] of closed.of(road)) all.add(road, from, to);
  }
  ground.network.roadTwin.forEach((original, twin) => {
    if (original >= 0) for (const [from, to] of all.of(original)) all.add(twin, from, to);
  });
  return all;
}

/** Altitude of a road's higher end in metres; undefined where the network does not know it. */
function altitudeOf(network: RoadNetwork, road: number): number | undefined {
  const altitude = Math.max(
    network.nodeAltitude[network.roadFrom[road]!]!,
    network.nodeAltitude[network.roadTo[road]!]!,
  );
  return altitude === UNKNOWN_ALTITUDE ? undefined : altitude;
}

function appliesTo(rule: SnowRule, network: RoadNetwork, road: number): boolean {
  if (rule.classes && !rule.classes.includes(ROAD_CLASSES[network.roadClass[road]!]!)) return false;
  if (rule.aboveMetres !== undefined || rule.belowMetres !== undefined) {
    const altitude = altitudeOf(network, road);
    if (altitude === undefined) return false;
    if (altitude < (rule.aboveMetres ?? Number.NEGATIVE_INFINITY)) return false;
    if (altitude >= (rule.belowMetres ?? Number.POSITIVE_INFINITY)) return false;
  }
  if (!rule.within) return true;
  const middle = (network.shapeStart[road]! + network.shapeStart[road + 1]!) >> 1;
  return isInRing(network.shapeLon[middle]! / FIXED, network.shapeLat[middle]! / FIXED, rule.within);
}

/** `[road]` share of the open road's speed. */
function speedShares(
  network: RoadNetwork,
  rules: readonly SnowRule[],
  learned: readonly LearnedRule[],
): Float64Array {
  const ofClass = ROAD_CLASSES.map((name) =>
    learned.reduce((share, rule) => (rule.class === name ? share * rule.factor : share), 1),
  );
  const shares = Float64Array.from(network.roadClass, (roadClass) => ofClass[roadClass]!);
  for (const rule of rules) {
    for (let road = 0; road < shares.length; road += 1) {
      if (appliesTo(rule, network, road)) shares[road]! *= rule.factor;
    }
  }
  return shares;
}

/** Works a state out on a network. Throws `RoadStateFault` where a closure names no road. */
export function applyRoadState(ground: Ground, state: RoadState): AppliedState {
  const { network } = ground;
  const closed = closeAll(ground, state);
  const shares = speedShares(network, state.snow, state.learned ?? []);
  const slowed = (cost: number, arc: number) =>
    cost >= NO_WAY ? cost : Math.round(cost / shares[arc >> 1]!);
  const open = openRoads(network);
  const partWeight = open.weight.map(slowed);
  const duration = open.duration.map(slowed);
  const weight = closed.size > 0 ? partWeight.slice() : partWeight;
  for (const road of closed.roads()) {
    weight[2 * road] = NO_WAY;
    weight[2 * road + 1] = NO_WAY;
  }
  const report = {
    id: state.id,
    closedRoads: closed.size,
    closedMetres: closed.totalMetres(),
    closedLines: closedLines(network, closed),
    slowedRoads: shares.reduce((count, share) => count + (share !== 1 ? 1 : 0), 0),
  };
  return { costs: { weight, duration }, partCosts: { weight: partWeight, duration }, closed, report };
}
