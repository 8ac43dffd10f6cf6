import type { Compiled } from './compile.ts';
import type { TourJudge } from './tourJudge.ts';

/** Some vehicles of a problem laid out and some of its requests, numbered anew, as a problem of its own. */
export interface FleetPart {
  readonly compiled: Compiled;
  /** `[v]` = number in the whole of the part's vehicle v, `[r]` = number in the whole of its request r. */
  readonly vehicleOf: readonly number[];
  readonly requestOf: readonly number[];
}

/** Cuts these vehicles and requests out. Places, travel times and vehicle types keep their numbers. */
export function cutFleet(
  compiled: Compiled,
  vehicleOf: readonly number[],
  requestOf: readonly number[],
): FleetPart {
  const numberOf = new Map(requestOf.map((request, r) => [request, r]));
  const nodeOf = requestOf.flatMap((request) => [request * 2, request * 2 + 1]);
  const ofNodes = <List extends Int32Array | Float64Array>(list: List): List =>
    list.map((_, k) => list[nodeOf[k] ?? 0]!).slice(0, nodeOf.length) as List;
  const ofRequests = <List extends Int32Array | Float64Array | Uint8Array>(list: List): List =>
    list.map((_, r) => list[requestOf[r] ?? 0]!).slice(0, requestOf.length) as List;
  return {
    compiled: {
      ...compiled,
      requestCount: requestOf.length,
      vehicleCount: vehicleOf.length,
      location: ofNodes(compiled.location),
      earliest: ofNodes(compiled.earliest),
      latest: ofNodes(compiled.latest),
      dwell: ofNodes(compiled.dwell),
      join: ofNodes(compiled.join),
      maxRide: ofRequests(compiled.maxRide),
      loadCode: ofRequests(compiled.loadCode),
      isLocked: ofRequests(compiled.isLocked),
      penalty: ofRequests(compiled.penalty),
      apart: requestOf.map((request) =>
        compiled.apart[request]!.flatMap((other) => {
          const number = numberOf.get(other);
          return number === undefined ? [] : [number];
        }),
      ),
      types: compiled.types.map((type) => ({ ...type, suits: ofRequests(type.suits) })),
      typeOf: Int32Array.from(vehicleOf, (vehicle) => compiled.typeOf[vehicle]!),
    },
    vehicleOf,
    requestOf,
  };
}

/** Judges tours of a part as the whole's judge does. */
export function judgePart(judge: TourJudge, { vehicleOf, requestOf }: FleetPart): TourJudge {
  const inWhole = new Int32Array(requestOf.length * 2 + 2);
  const translate = (nodes: Int32Array, size: number): Int32Array => {
    for (let k = 1; k <= size; k++) inWhole[k] = nodeInWhole(requestOf, nodes[k]!);
    return inWhole;
  };
  return {
    cost: (vehicle, nodes, size) => judge.cost(vehicleOf[vehicle]!, translate(nodes, size), size),
    costWith: (vehicle, nodes, size, request, i, j, most) =>
      judge.costWith(vehicleOf[vehicle]!, translate(nodes, size), size, requestOf[request]!, i, j, most),
  };
}

/** Number in the whole of a part's node. */
export function nodeInWhole(requestOf: readonly number[], node: number): number {
  return requestOf[node >> 1]! * 2 + (node & 1);
}
