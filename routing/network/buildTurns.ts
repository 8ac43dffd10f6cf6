import { type CarProfile, RESTRICTED_ENTRY_WEIGHT } from '../costing/carProfile.ts';
import { bearingAway } from './arcGeometry.ts';
import type { DraftRestriction } from './networkDraft.ts';
import { ROAD_IS_RESTRICTED, type RoadNetwork } from './roadNetwork.ts';

type Roads = Omit<RoadNetwork, 'turnStart' | 'turnTo' | 'turnDuration' | 'turnWeight'>;
type Turns = Pick<RoadNetwork, 'turnStart' | 'turnTo' | 'turnDuration' | 'turnWeight'>;

/** Arcs that leave each junction: those of node v are `arcs[start[v]]` to `arcs[start[v + 1] - 1]`. */
function leavingArcs(roads: Roads): { start: Int32Array; arcs: Int32Array } {
  const count = roads.roadFrom.length;
  const start = new Int32Array(roads.nodeLon.length + 1);
  for (let r = 0; r < count; r += 1) {
    start[roads.roadFrom[r]! + 1]! += 1;
    start[roads.roadTo[r]! + 1]! += 1;
  }
  for (let v = 0; v < roads.nodeLon.length; v += 1) start[v + 1]! += start[v]!;
  const fill = start.slice();
  const arcs = new Int32Array(count * 2);
  for (let r = 0; r < count; r += 1) {
    arcs[fill[roads.roadFrom[r]!]!++] = 2 * r;
    arcs[fill[roads.roadTo[r]!]!++] = 2 * r + 1;
  }
  return { start, arcs };
}

/** Restrictions by `via node`, as `from way > to way`. */
function restrictionsByNode(restrictions: readonly DraftRestriction[]): Map<number, DraftRestriction[]> {
  const byNode = new Map<number, DraftRestriction[]>();
  for (const restriction of restrictions) {
    const list = byNode.get(restriction.viaNode);
    if (list) list.push(restriction);
    else byNode.set(restriction.viaNode, [restriction]);
  }
  return byNode;
}

function isForbidden(
  rules: readonly DraftRestriction[] | undefined,
  fromWay: number,
  toWay: number,
): boolean {
  if (!rules) return false;
  for (const rule of rules) {
    if (rule.fromWay !== fromWay) continue;
    if (rule.kind === 'no' ? rule.toWay === toWay : rule.toWay !== toWay) return true;
  }
  return false;
}

/** What the junctions need to know beside the roads themselves. */
export interface JunctionFacts {
  /** Must one wait at lights who comes to this junction on this arc? */
  readonly hasSignal: (node: number, arc: number) => boolean;
  /** `[road]` the way it was cut from. */
  readonly roadWay: ArrayLike<number>;
  readonly restrictions: readonly DraftRestriction[];
}

/**
 * Every turn a car may make, with its cost. Turning back is allowed only where a street ends: a junction with more
 * than one two-way road offers a better way (as in OSRM).
 */
export function buildTurns(roads: Roads, profile: CarProfile, facts: JunctionFacts): Turns {
  const { start, arcs } = leavingArcs(roads);
  const rules = restrictionsByNode(facts.restrictions);
  const arcCount = roads.arcDuration.length;
  const bearing = new Float64Array(arcCount);
  for (let arc = 0; arc < arcCount; arc += 1) bearing[arc] = bearingAway(roads, arc >> 1, (arc & 1) === 1);
  const turnStart = new Int32Array(arcCount + 1);
  const to: number[] = [];
  const duration: number[] = [];
  const weight: number[] = [];
  for (let arc = 0; arc < arcCount; arc += 1) {
    turnStart[arc] = to.length;
    if (roads.arcDuration[arc] === 0) continue;
    const road = arc >> 1;
    const node = (arc & 1) === 0 ? roads.roadTo[road]! : roads.roadFrom[road]!;
    const first = start[node]!;
    const last = start[node + 1]!;
    let meeting = 0;
    let twoWay = 0;
    for (let i = first; i < last; i += 1) {
      if (roads.roadTwin[arcs[i]! >> 1]! >= 0) continue;
      const out = roads.arcDuration[arcs[i]!]! > 0;
      const back = roads.arcDuration[arcs[i]! ^ 1]! > 0;
      if (out || back) meeting += 1;
      if (out && back) twoWay += 1;
    }
    for (let i = first; i < last; i += 1) {
      const next = arcs[i]!;
      if (roads.arcDuration[next] === 0) continue;
      const isUTurn = next === (arc ^ 1);
      if (isUTurn && twoWay > 1) continue;
      if (isForbidden(rules.get(node), facts.roadWay[road]!, facts.roadWay[next >> 1]!)) continue;
      const turned = bearing[next]! - (bearing[arc ^ 1]! + 180);
      const angle = isUTurn ? 180 : ((((turned + 180) % 360) + 360) % 360) - 180;
      const seconds = profile.turnSeconds({
        angle,
        roads: meeting,
        isUTurn,
        hasSignal: facts.hasSignal(node, arc),
      });
      const tenths = Math.round(seconds * 10);
      const entersRestricted =
        (roads.roadFlags[road]! & ROAD_IS_RESTRICTED) === 0 &&
        (roads.roadFlags[next >> 1]! & ROAD_IS_RESTRICTED) !== 0;
      to.push(next);
      duration.push(tenths);
      weight.push(entersRestricted ? RESTRICTED_ENTRY_WEIGHT : tenths);
    }
  }
  turnStart[arcCount] = to.length;
  return {
    turnStart,
    turnTo: Int32Array.from(to),
    turnDuration: Int32Array.from(duration),
    turnWeight: Int32Array.from(weight),
  };
}
