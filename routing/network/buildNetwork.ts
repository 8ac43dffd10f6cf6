import type { CarProfile } from '../costing/carProfile.ts';
import { fixedMetres } from '../geometry/distance.ts';
import { buildTurns } from './buildTurns.ts';
import type { DraftRoad, NetworkDraft } from './networkDraft.ts';
import {
  ROAD_CLASSES,
  ROAD_IS_RESTRICTED,
  ROAD_IS_ROUNDABOUT,
  type RoadNetwork,
  UNKNOWN_ALTITUDE,
} from './roadNetwork.ts';

/** Numbers texts in the order in which they are first seen; 0 is the empty text. */
function textTable(): { texts: string[]; indexOf: (text: string) => number } {
  const texts = [''];
  const known = new Map([['', 0]]);
  const indexOf = (text: string): number => {
    const index = known.get(text) ?? texts.push(text) - 1;
    known.set(text, index);
    return index;
  };
  return { texts, indexOf };
}

function flagsOf(road: DraftRoad): number {
  return (
    road.flags |
    (road.costing.isRestricted ? ROAD_IS_RESTRICTED : 0) |
    (road.costing.isRoundabout ? ROAD_IS_ROUNDABOUT : 0)
  );
}

/** Tenths of a second for so many metres, at least one; 0 where the speed is 0. */
function tenths(metres: number, kmh: number): number {
  return kmh > 0 ? Math.max(1, Math.round((metres * 36) / kmh)) : 0;
}

/** Lays a draft out in flat arrays and works out durations and turns with the profile's costs. */
export function buildNetwork(draft: NetworkDraft, profile: CarProfile): RoadNetwork {
  const count = draft.roads.length;
  const points = draft.roads.reduce((sum, road) => sum + road.lons.length, 0);
  const { texts, indexOf } = textTable();
  const roads = {
    profile: profile.name,
    nodeLon: Int32Array.from(draft.nodes, (node) => node.lon),
    nodeLat: Int32Array.from(draft.nodes, (node) => node.lat),
    nodeAltitude: Int32Array.from(draft.nodes, (node) => node.altitude ?? UNKNOWN_ALTITUDE),
    roadFrom: Int32Array.from(draft.roads, (road) => road.from),
    roadTo: Int32Array.from(draft.roads, (road) => road.to),
    roadClass: Uint8Array.from(draft.roads, (road) => ROAD_CLASSES.indexOf(road.roadClass)),
    roadFlags: Uint8Array.from(draft.roads, flagsOf),
    roadName: Int32Array.from(draft.roads, (road) => indexOf(road.name)),
    roadRef: Int32Array.from(draft.roads, (road) => indexOf(road.ref)),
    roadMetres: new Float64Array(count),
    roadTwin: Int32Array.from(draft.roads, (road) => road.twinOf ?? -1),
    shapeStart: new Int32Array(count + 1),
    shapeLon: new Int32Array(points),
    shapeLat: new Int32Array(points),
    shapeId: new Float64Array(points),
    shapeMetres: new Float64Array(points),
    arcDuration: new Int32Array(count * 2),
    arcWeight: new Int32Array(count * 2),
    texts,
  };
  let at = 0;
  for (const [r, road] of draft.roads.entries()) {
    roads.shapeStart[r] = at;
    const { costing } = road;
    let metres = 0;
    for (let i = 0; i < road.lons.length; i += 1, at += 1) {
      roads.shapeLon[at] = road.lons[i]!;
      roads.shapeLat[at] = road.lats[i]!;
      roads.shapeId[at] = road.ids[i] ?? 0;
      if (i > 0) {
        const step = fixedMetres(road.lons[i - 1]!, road.lats[i - 1]!, road.lons[i]!, road.lats[i]!);
        metres += step;
        roads.arcDuration[2 * r]! += tenths(step, costing.forwardKmh);
        roads.arcDuration[2 * r + 1]! += tenths(step, costing.backwardKmh);
        roads.arcWeight[2 * r]! += tenths(step, costing.forwardRateKmh);
        roads.arcWeight[2 * r + 1]! += tenths(step, costing.backwardRateKmh);
      }
      roads.shapeMetres[at] = metres;
    }
    roads.roadMetres[r] = metres;
  }
  roads.shapeStart[count] = at;
  const turns = buildTurns(roads, profile, {
    hasSignal: (node, arc) => {
      const { signal } = draft.nodes[node]!;
      return signal === 'both' || signal === ((arc & 1) === 0 ? 'forward' : 'backward');
    },
    roadWay: draft.roads.map((road) => road.way),
    restrictions: draft.restrictions,
  });
  return { ...roads, ...turns };
}
