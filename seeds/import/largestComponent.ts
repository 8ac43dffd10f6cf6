import type { RoadEdge, RoadNode } from '../region/regionData.ts';

/**
 * The largest part of a road graph in which one can drive from anywhere to anywhere (strongly connected component,
 * found by two searches as in Kosaraju & Sharir 1981).
 */
export function largestComponent(
  nodes: readonly RoadNode[],
  edges: readonly RoadEdge[],
): { readonly nodes: readonly RoadNode[]; readonly edges: readonly RoadEdge[] } {
  const index = new Map(nodes.map((node, position) => [node.id, position]));
  const ahead: number[][] = nodes.map(() => []);
  const back: number[][] = nodes.map(() => []);
  for (const edge of edges) {
    const [from, to] = [index.get(edge.from)!, index.get(edge.to)!];
    ahead[from]!.push(to);
    back[to]!.push(from);
    if (edge.isOneway) continue;
    ahead[to]!.push(from);
    back[from]!.push(to);
  }
  const component = labelComponents(finishOrder(ahead), back);
  const sizes = new Map<number, number>();
  for (const label of component) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const largest = [...sizes].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0])[0];
  const stays = (id: number): boolean => component[index.get(id)!] === largest;
  return {
    nodes: nodes.filter((node) => stays(node.id)),
    edges: edges.filter((edge) => stays(edge.from) && stays(edge.to)),
  };
}

/** Nodes in the order in which a depth-first search leaves them. */
function finishOrder(ahead: readonly (readonly number[])[]): readonly number[] {
  const order: number[] = [];
  const isSeen = new Uint8Array(ahead.length);
  const nextEdge = new Uint32Array(ahead.length);
  for (let start = 0; start < ahead.length; start++) {
    if (isSeen[start]) continue;
    const path = [start];
    isSeen[start] = 1;
    while (path.length > 0) {
      const node = path.at(-1)!;
      const next = ahead[node]![nextEdge[node]!++];
      if (next === undefined) order.push(path.pop()!);
      else if (!isSeen[next]) {
        isSeen[next] = 1;
        path.push(next);
      }
    }
  }
  return order;
}

/** `[node]` the number of its component. */
function labelComponents(order: readonly number[], back: readonly (readonly number[])[]): Int32Array {
  const component = new Int32Array(back.length).fill(-1);
  for (let i = order.length - 1; i >= 0; i--) {
    const root = order[i]!;
    if (component[root] !== -1) continue;
    const open = [root];
    component[root] = root;
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (const next of back[node]!)
        if (component[next] === -1) {
          component[next] = root;
          open.push(next);
        }
  }
  return component;
}
