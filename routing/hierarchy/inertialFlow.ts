/** A part of the road map: nodes are 0 … count − 1, edges join `[edge]` ends. */
export interface MapPart {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edgeA: Int32Array;
  readonly edgeB: Int32Array;
}

/** Directions in which the map is looked at: east, north and the two diagonals. */
const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;

/** Share of the nodes that lies on either side of the cut for certain. */
const SIDE_SHARE = 0.25;

/** Edges at each node: those of node v are `edges[start[v]]` to `edges[start[v + 1] - 1]`. */
function edgesAtNodes(part: MapPart): { start: Int32Array; edges: Int32Array } {
  const { edgeA, edgeB } = part;
  const start = new Int32Array(part.x.length + 1);
  for (let e = 0; e < edgeA.length; e += 1) {
    start[edgeA[e]! + 1]! += 1;
    start[edgeB[e]! + 1]! += 1;
  }
  for (let v = 0; v < part.x.length; v += 1) start[v + 1]! += start[v]!;
  const fill = start.slice();
  const edges = new Int32Array(edgeA.length * 2);
  for (let e = 0; e < edgeA.length; e += 1) {
    edges[fill[edgeA[e]!]!++] = e;
    edges[fill[edgeB[e]!]!++] = e;
  }
  return { start, edges };
}

/**
 * Splits a part of the map in two along few roads: the nodes at one end of a direction are sources, those at the
 * other end sinks, and the smallest cut between them is found by maximum flow; the best of four directions wins
 * (Schild & Sommer 2015). Returns `[node]` 1 for one side and 0 for the other.
 */
export function splitMap(part: MapPart): Uint8Array {
  const count = part.x.length;
  const { start, edges } = edgesAtNodes(part);
  const { edgeA, edgeB } = part;
  const sideSize = Math.max(1, Math.floor(count * SIDE_SHARE));
  const flow = new Int8Array(edgeA.length);
  const reachedBy = new Int32Array(count);
  const queue = new Int32Array(count);
  const isSink = new Uint8Array(count);
  let best: Uint8Array | null = null;
  let bestCut = edgeA.length + 1;
  let bestBalance = 0;

  /** Looks for a way with room from the sources to a sink; returns the sink, or −1 with the number reached. */
  const spread = (order: Int32Array): { sink: number; reached: number } => {
    reachedBy.fill(-2);
    let tail = 0;
    for (let i = 0; i < sideSize; i += 1) {
      reachedBy[order[i]!] = -1;
      queue[tail++] = order[i]!;
    }
    for (let head = 0; head < tail; head += 1) {
      const v = queue[head]!;
      for (let i = start[v]!; i < start[v + 1]!; i += 1) {
        const e = edges[i]!;
        const isForward = edgeA[e] === v;
        const w = isForward ? edgeB[e]! : edgeA[e]!;
        if (reachedBy[w] !== -2 || (isForward ? flow[e]! > 0 : flow[e]! < 0)) continue;
        reachedBy[w] = e;
        if (isSink[w] === 1) return { sink: w, reached: tail };
        queue[tail++] = w;
      }
    }
    return { sink: -1, reached: tail };
  };

  for (const [dx, dy] of DIRECTIONS) {
    const key = part.x.map((x, v) => x * dx + part.y[v]! * dy);
    const order = Int32Array.from(key.keys()).sort((a, b) => key[a]! - key[b]! || a - b);
    flow.fill(0);
    isSink.fill(0);
    for (let i = count - sideSize; i < count; i += 1) isSink[order[i]!] = 1;
    let cut = 0;
    let found = spread(order);
    while (found.sink >= 0 && cut <= bestCut) {
      cut += 1;
      for (let v = found.sink; reachedBy[v]! >= 0; ) {
        const e = reachedBy[v]!;
        const isForward = edgeB[e] === v;
        flow[e]! += isForward ? 1 : -1;
        v = isForward ? edgeA[e]! : edgeB[e]!;
      }
      found = spread(order);
    }
    if (found.sink >= 0) continue;
    const balance = Math.min(found.reached, count - found.reached);
    if (cut < bestCut || (cut === bestCut && balance > bestBalance)) {
      bestCut = cut;
      bestBalance = balance;
      best = Uint8Array.from(reachedBy, (edge) => (edge === -2 ? 0 : 1));
    }
  }
  return best!;
}
