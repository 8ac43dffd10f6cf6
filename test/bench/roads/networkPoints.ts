import type { LonLat, RoadEngine } from '../../../routing/index.ts';

/** Points spread over a network's junctions by a seed, some metres beside them. */
export function networkPoints(network: RoadEngine['network'], count: number, seed: number): LonLat[] {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  return Array.from({ length: count }, () => {
    const node = Math.floor(random() * network.nodeLon.length);
    const beside = () => (random() - 0.5) * 0.001;
    return [network.nodeLon[node]! / 1e6 + beside(), network.nodeLat[node]! / 1e6 + beside()];
  });
}
