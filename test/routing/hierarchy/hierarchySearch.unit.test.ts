import { describe, expect, it } from 'vitest';
import { openParts, sourceEnds, targetEnds } from '../../../routing/engine/roadEnds.ts';
import { buildHierarchy } from '../../../routing/hierarchy/hierarchy.ts';
import { HierarchySearch, searchCosts } from '../../../routing/hierarchy/hierarchySearch.ts';
import { NO_WAY, openRoads } from '../../../routing/hierarchy/metric.ts';
import { orderArcs } from '../../../routing/hierarchy/nestedDissection.ts';
import { loadRegionRoads } from '../../../routing/index.ts';
import type { RoadNetwork } from '../../../routing/network/roadNetwork.ts';
import type { ArcPath } from '../../../routing/search/roadSearch.ts';
import type { Snap } from '../../../routing/snapping/snapIndex.ts';
import { type TownNodes, type TownRoad, writeTown } from '../drawTown.ts';
import { DijkstraSearch } from './dijkstraSearch.ts';

/** Numbers 0 ≤ x < 1 from a seed (linear congruence). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

const CLASSES = ['trunk', 'primary', 'secondary', 'tertiary', 'minor', 'service'];

/** A crooked grid with holes, one-way streets, dead ends, a loop road and an island of two nodes. */
function crookedTown(seed: number, size: number): RoadNetwork {
  const random = seeded(seed);
  const nodes: Record<string, [number, number]> = { island1: [-9000, 0], island2: [-8000, 0] };
  const roads: TownRoad[] = [{ from: 'island1', to: 'island2' }];
  for (let x = 0; x < size; x += 1) {
    for (let y = 0; y < size; y += 1) {
      nodes[`${x}/${y}`] = [x * 400 + random() * 300, y * 400 + random() * 300];
      const link = (to: string) => {
        if (random() < 0.2) return;
        const roadClass = CLASSES[Math.floor(random() * CLASSES.length)]!;
        roads.push({ from: `${x}/${y}`, to, roadClass, oneway: random() < 0.2 });
      };
      if (x > 0) link(`${x - 1}/${y}`);
      if (y > 0) link(`${x}/${y - 1}`);
    }
  }
  roads.push(
    { from: '0/0', to: '0/0' },
    { from: '1/1', to: '2/2' },
    { from: '1/1', to: '2/2', roadClass: 'trunk' },
  );
  return loadRegionRoads(writeTown(nodes as TownNodes, roads)).network;
}

/** The first lies on the island. */
function randomSnaps(network: RoadNetwork, count: number, random: () => number): Snap[] {
  return Array.from({ length: count }, (_, i) => {
    const road = i === 0 ? 0 : Math.floor(random() * network.roadFrom.length);
    return {
      road,
      segment: 0,
      metres: random() * network.roadMetres[road]!,
      lon: 0,
      lat: 0,
      distanceMetres: 0,
    };
  });
}

/** The weight of a way, added up turn by turn; NaN where it makes a turn that does not exist. */
function driveAlong(
  network: RoadNetwork,
  from: Snap,
  to: Snap,
  path: ArcPath,
  arcWeight: Int32Array,
): number {
  const { turnStart, turnTo, turnWeight } = network;
  const start = sourceEnds(openParts(network), from).find((end) => end.arc === path.arcs[0]);
  const goal = targetEnds(openParts(network), to).find((end) => end.arc === path.arcs.at(-1));
  let weight = start!.weight + goal!.weight;
  for (let i = 0; i + 1 < path.arcs.length; i += 1) {
    const arc = path.arcs[i]!;
    let turned = Number.NaN;
    for (let turn = turnStart[arc]!; turn < turnStart[arc + 1]!; turn += 1) {
      if (turnTo[turn] === path.arcs[i + 1]) turned = turnWeight[turn]!;
    }
    weight += turned + (i > 0 ? arcWeight[arc]! : 0);
  }
  return weight;
}

describe.each([1, 2, 3, 4, 5, 6])('crooked town %i', (seed) => {
  const network = crookedTown(seed, 5 + 2 * seed);
  const hierarchy = buildHierarchy(network, orderArcs(network));
  const random = seeded(seed + 100);
  const snaps = randomSnaps(network, 40, random);
  const sources = snaps.map((snap) => sourceEnds(openParts(network), snap));
  const targets = snaps.map((snap) => targetEnds(openParts(network), snap));
  const plain = new DijkstraSearch(network).table(sources, targets);

  it('many to many: equal to a plain search in every cell, the unreachable ones too', () => {
    const search = new HierarchySearch(
      network,
      hierarchy,
      searchCosts(network, hierarchy, openRoads(network)),
    );
    const table = search.table(sources, targets);
    expect([...table.weight]).toEqual([...plain.weight]);
    expect(plain.weight.some((weight) => weight === Number.POSITIVE_INFINITY)).toBe(true);
  });

  it('one to many and many to one: the same cells, though worked out by sweeping', () => {
    const search = new HierarchySearch(
      network,
      hierarchy,
      searchCosts(network, hierarchy, openRoads(network)),
    );
    const repeated = <Item>(items: Item[]) => [...items, ...items];
    for (const i of [0, 7, 20]) {
      const row = search.table([sources[i]!], repeated(targets));
      expect([...row.weight]).toEqual(repeated([...plain.weight.slice(i * 40, i * 40 + 40)]));
      expect([...row.duration]).toEqual(repeated([...plain.duration.slice(i * 40, i * 40 + 40)]));
      const column = search.table(repeated(sources), [targets[i]!]);
      expect([...column.weight]).toEqual(repeated(targets.map((_, s) => plain.weight[s * 40 + i]!)));
    }
  });

  it('single ways: made of turns that exist, and as heavy as the table says', () => {
    const search = new HierarchySearch(
      network,
      hierarchy,
      searchCosts(network, hierarchy, openRoads(network)),
    );
    for (const [i, from] of snaps.entries()) {
      for (const [j, to] of snaps.entries()) {
        const path = search.path(sources[i]!, targets[j]!);
        const expected = plain.weight[i * snaps.length + j]!;
        expect(path?.weight ?? Number.POSITIVE_INFINITY).toBe(expected);
        if (path) expect(driveAlong(network, from, to, path, network.arcWeight)).toBe(expected);
      }
    }
  });

  it('other costs and closed arcs on the same hierarchy: equal to a plain search over the changed network', () => {
    const open = openRoads(network);
    const change = (cost: number) => (random() < 0.15 ? NO_WAY : Math.round(cost * (1 + random())));
    const weight = open.weight.map((cost) => (cost >= NO_WAY ? NO_WAY : change(cost)));
    const search = new HierarchySearch(
      network,
      hierarchy,
      searchCosts(network, hierarchy, { weight, duration: weight }),
    );
    const plainWeight = Array.from(weight, (cost) => (cost >= NO_WAY ? Number.POSITIVE_INFINITY : cost));
    const expected = new DijkstraSearch(network, plainWeight).table(sources, targets);
    expect([...search.table(sources, targets).weight]).toEqual([...expected.weight]);
  });
});
