import { RoadsFault } from '../../domain/fault/roadsFault.ts';
import type { Roads } from '../../ports/roads.ts';

/** Roads that ask a second engine where the first does not answer: a closure does not wait for an engine's return. */
export function steadyRoads(first: Roads, second: Roads): Roads {
  if (first === second) return first;
  const ask = async <Answer>(question: (roads: Roads) => Promise<Answer>): Promise<Answer> => {
    try {
      return await question(first);
    } catch (fault) {
      if (!(fault instanceof RoadsFault) || fault.code !== 'unreachable') throw fault;
      return question(second);
    }
  };
  return {
    table: (from, to, signal) => ask((roads) => roads.table(from, to, signal)),
    route: (points, signal) => ask((roads) => roads.route(points, signal)),
    nearest: (point, signal) => ask((roads) => roads.nearest(point, signal)),
  };
}
