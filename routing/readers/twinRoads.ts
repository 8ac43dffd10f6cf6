import type { DraftRestriction, DraftRoad } from '../network/networkDraft.ts';
import type { OsmWayRestriction } from './osmElements.ts';

/** Twins with the restrictions that bind them. */
export interface TwinRoads {
  readonly twins: readonly DraftRoad[];
  readonly restrictions: readonly DraftRestriction[];
}

/** One road of a way between, driven from one junction to another. */
interface Step {
  readonly index: number;
  readonly road: DraftRoad;
  readonly isForward: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * A turn that is restricted over ways in between depends on where one came from, which a junction does not know. So the
 * ways between get twins for those who come from there: they enter the twin instead, and the turn is restricted from it.
 * @param twinWay a number that no way has
 * @returns undefined where the ways do not lie between the two as they should
 */
export function twinRoads(
  roads: readonly DraftRoad[],
  { kind, fromWay, viaWays, toWay }: OsmWayRestriction,
  twinWay: number,
): TwinRoads | undefined {
  const between = roads.flatMap((road, index) => (viaWays.includes(road.way) ? [{ index, road }] : []));
  const touching = (way: number) =>
    new Set(roads.filter((road) => road.way === way).flatMap(({ from, to }) => [from, to]));
  const steps = findChain(between, touching(fromWay), touching(toWay));
  if (!steps || !isLonely(between, steps[0]!.from) || !isLonely(between, steps.at(-1)!.to)) return undefined;
  if (!steps.every(isDriven)) return { twins: [], restrictions: [] };
  const [entry, exit] = [steps[0]!, steps.at(-1)!];
  const rule = (ruleKind: 'no' | 'only', from: number, viaNode: number, to: number) => ({
    kind: ruleKind,
    fromWay: from,
    viaNode,
    toWay: to,
  });
  const insides = steps
    .slice(1)
    .flatMap(({ road, from }, k) => [
      rule('no', twinWay, from, steps[k]!.road.way),
      rule('no', twinWay, from, road.way),
      rule('no', road.way, from, twinWay),
    ]);
  return {
    twins: steps.map((step) => twinOf(step, twinWay)),
    restrictions: [
      rule('no', fromWay, entry.from, entry.road.way),
      rule('no', entry.road.way, entry.from, twinWay),
      ...insides,
      // Turning back onto the road one came by is no way out of it.
      rule('no', twinWay, exit.to, exit.road.way),
      rule(kind, twinWay, exit.to, toWay),
    ],
  };
}

/** The shortest row of the roads between, from a junction of the one way to a junction of the other. */
function findChain(
  between: readonly { readonly index: number; readonly road: DraftRoad }[],
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
): Step[] | undefined {
  const seen = new Set(starts);
  let rows: Step[][] = [];
  for (const node of starts) rows.push(...nextSteps(between, node).map((step) => [step]));
  while (rows.length > 0) {
    const done = rows.find((row) => ends.has(row.at(-1)!.to));
    if (done) return done;
    rows = rows.flatMap((row) => {
      const { to } = row.at(-1)!;
      if (seen.has(to)) return [];
      seen.add(to);
      return nextSteps(between, to)
        .filter((step) => step.index !== row.at(-1)!.index)
        .map((step) => [...row, step]);
    });
  }
  return undefined;
}

function nextSteps(
  between: readonly { readonly index: number; readonly road: DraftRoad }[],
  node: number,
): Step[] {
  return between.flatMap(({ index, road }): Step[] => {
    if (road.from === node) return [{ index, road, isForward: true, from: node, to: road.to }];
    return road.to === node ? [{ index, road, isForward: false, from: node, to: road.from }] : [];
  });
}

/** Does one road of those between touch the junction, and no more? */
function isLonely(between: readonly { readonly road: DraftRoad }[], node: number): boolean {
  return between.filter(({ road }) => road.from === node || road.to === node).length === 1;
}

function isDriven({ road: { costing }, isForward }: Step): boolean {
  return (isForward ? costing.forwardKmh : costing.backwardKmh) > 0;
}

/** The same road for one direction alone. */
function twinOf({ index, road, isForward }: Step, way: number): DraftRoad {
  const { costing } = road;
  const oneWay = isForward
    ? { ...costing, backwardKmh: 0, backwardRateKmh: 0 }
    : { ...costing, forwardKmh: 0, forwardRateKmh: 0 };
  return { ...road, way, costing: oneWay, twinOf: index };
}
