import type { ArcPath } from '../search/roadSearch.ts';
import type { Snap } from '../snapping/snapIndex.ts';
import { directPath, sourceEnds, targetEnds } from './roadEnds.ts';
import type { StateAnswers } from './roadStates.ts';

/** The cheapest way from one place to another; `null` where there is none. */
export function cheapestPath({ search, parts }: StateAnswers, from: Snap, to: Snap): ArcPath | null {
  const around = search.path(sourceEnds(parts, from), targetEnds(parts, to));
  const direct = from.road === to.road ? directPath(parts, from, to) : null;
  return direct && (!around || direct.weight <= around.weight) ? direct : around;
}

/** Ways through all places in order, each leg for itself: at every place one may turn back. */
export function pathsWithTurningBack(answers: StateAnswers, places: readonly Snap[]): ArcPath[] | null {
  const paths: ArcPath[] = [];
  for (let i = 0; i + 1 < places.length; i += 1) {
    const path = cheapestPath(answers, places[i]!, places[i + 1]!);
    if (!path) return null;
    paths.push(path);
  }
  return paths;
}

/** The cheapest way that leaves on one arc and arrives on one arc. */
function pathBetweenArcs(
  { search, parts }: StateAnswers,
  from: Snap,
  to: Snap,
  leave: number,
  arrive: number,
) {
  const source = sourceEnds(parts, from).filter((end) => end.arc === leave);
  const target = targetEnds(parts, to).filter((end) => end.arc === arrive);
  const around = source.length > 0 && target.length > 0 ? search.path(source, target) : null;
  if (leave !== arrive) return around;
  const direct = directPath(parts, from, to);
  const isAlong = direct !== null && direct.arcs[0] === leave;
  return isAlong && (!around || direct.weight <= around.weight) ? direct : around;
}

/** Ways so far that arrive on one arc. */
interface Arrival {
  readonly arc: number;
  readonly weight: number;
  readonly paths: readonly ArcPath[];
}

const bothArcs = (place: Snap) => [2 * place.road, 2 * place.road + 1];

/**
 * Ways through all places in order that go on in the direction in which they arrived: OSRM's `continue_straight`.
 * For each place the cheapest way to arrive in either direction is kept. `null` where there is none.
 */
export function pathsGoingStraight(answers: StateAnswers, places: readonly Snap[]): ArcPath[] | null {
  let arrivals: Arrival[] = bothArcs(places[0]!).map((arc) => ({ arc, weight: 0, paths: [] }));
  for (let i = 0; i + 1 < places.length; i += 1) {
    const next: Arrival[] = [];
    for (const arc of bothArcs(places[i + 1]!)) {
      let best: Arrival | null = null;
      for (const before of arrivals) {
        const path = pathBetweenArcs(answers, places[i]!, places[i + 1]!, before.arc, arc);
        if (!path || (best && before.weight + path.weight >= best.weight)) continue;
        best = { arc, weight: before.weight + path.weight, paths: [...before.paths, path] };
      }
      if (best) next.push(best);
    }
    arrivals = next;
  }
  if (arrivals.length === 0) return null;
  return [...arrivals.reduce((a, b) => (b.weight < a.weight ? b : a)).paths];
}
