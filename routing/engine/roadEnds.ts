import type { RoadNetwork } from '../network/roadNetwork.ts';
import type { ArcEnd, ArcPath } from '../search/roadSearch.ts';
import type { Snap } from '../snapping/snapIndex.ts';

/** Share of the road that lies before the point, 0 at its start, 1 at its end. */
function shareBefore(network: RoadNetwork, snap: Snap): number {
  const metres = network.roadMetres[snap.road]!;
  return metres > 0 ? Math.min(1, snap.metres / metres) : 0;
}

function part(network: RoadNetwork, arc: number, share: number): ArcEnd {
  return {
    arc,
    weight: Math.round(network.arcWeight[arc]! * share),
    duration: Math.round(network.arcDuration[arc]! * share),
    metres: network.roadMetres[arc >> 1]! * share,
  };
}

/** How one can leave the road from this point: at its end, at its start, or both. */
export function sourceEnds(network: RoadNetwork, snap: Snap): ArcEnd[] {
  const before = shareBefore(network, snap);
  const arc = 2 * snap.road;
  const ends = [part(network, arc, 1 - before), part(network, arc + 1, before)];
  return ends.filter((end) => network.arcDuration[end.arc]! > 0);
}

/** How one can come to this point: from the road's start, from its end, or both. */
export function targetEnds(network: RoadNetwork, snap: Snap): ArcEnd[] {
  const before = shareBefore(network, snap);
  const arc = 2 * snap.road;
  const ends = [part(network, arc, before), part(network, arc + 1, 1 - before)];
  return ends.filter((end) => network.arcDuration[end.arc]! > 0);
}

/** The way along one road from one point to another on it; `null` where it is one-way and the goal lies behind. */
export function directPath(network: RoadNetwork, from: Snap, to: Snap): ArcPath | null {
  const share = shareBefore(network, to) - shareBefore(network, from);
  const forward = 2 * from.road;
  const arc = share >= 0 && network.arcDuration[forward]! > 0 ? forward : forward + 1;
  if (network.arcDuration[arc]! === 0 || (share > 0 && arc !== forward)) return null;
  const { weight, duration, metres } = part(network, arc, Math.abs(share));
  return { arcs: [arc], weight, duration, metres };
}
