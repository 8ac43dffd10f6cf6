import { createTimeline, type Timeline } from './timeline.ts';

/** Working arrays of the timing of one tour at a time. Nodes as in `Timeline`: visit i of `sequence` is node i + 1. */
export interface TimingWork {
  line: Timeline;
  /** Visits with breaks placed; `[0 … count − 1]`. */
  sequence: Int32Array;
  count: number;
  /** `[node]`: bounds before the legs' layers narrow them. */
  baseLo: Float64Array;
  baseHi: Float64Array;
  /** `[node]`: where it is; −1: unknown (open start or end). */
  place: Int32Array;
  /** `[node]`: seconds of dwell or of the break. */
  dwell: Float64Array;
  /** `[node]`: rest to be taken between the end of service and the departure. */
  rest: Float64Array;
  /** `[node]`: does the leg that leaves it need travel? */
  travels: Uint8Array;
  /** `[node]`: layer, seconds and metres of the leg that leaves it, and the least second at which it may. */
  layer: Int32Array;
  driving: Float64Array;
  metres: Float64Array;
  leaveFrom: Float64Array;
  /** `[node]`: the clock read after the timing. */
  arrive: Float64Array;
  leave: Float64Array;
  wait: Float64Array;
  stay: Float64Array;
  pause: Float64Array;
  /** `[node]`: price of the chain that leaves it, see `readLegPrices`. */
  legPrice: Float64Array;
  /** `[core visit]`: see `breakPlacements`. */
  soonestEnd: Float64Array;
  latestLeave: Float64Array;
  /** `[request]`: node of its pickup while a sequence is read. */
  pickupNode: Int32Array;
}

/** Working arrays for tours of up to `room` visits. */
export function createTimingWork(room: number): TimingWork {
  const nodes = room + 2;
  return {
    line: createTimeline(nodes),
    sequence: new Int32Array(room),
    count: 0,
    baseLo: new Float64Array(nodes),
    baseHi: new Float64Array(nodes),
    place: new Int32Array(nodes),
    dwell: new Float64Array(nodes),
    rest: new Float64Array(nodes),
    travels: new Uint8Array(nodes),
    layer: new Int32Array(nodes),
    driving: new Float64Array(nodes),
    metres: new Float64Array(nodes),
    leaveFrom: new Float64Array(nodes),
    arrive: new Float64Array(nodes),
    leave: new Float64Array(nodes),
    wait: new Float64Array(nodes),
    stay: new Float64Array(nodes),
    pause: new Float64Array(nodes),
    legPrice: new Float64Array(nodes),
    soonestEnd: new Float64Array(nodes),
    latestLeave: new Float64Array(nodes),
    pickupNode: new Int32Array(16),
  };
}

/** The same work, or a larger one when it is too small. */
export function ensureRoom(work: TimingWork, visits: number, requests: number): TimingWork {
  const grown = work.sequence.length >= visits ? work : createTimingWork(visits * 2);
  if (grown.pickupNode.length < requests) grown.pickupNode = new Int32Array(requests * 2);
  return grown;
}
