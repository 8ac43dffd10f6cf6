import type { Annealing } from './anneal.ts';
import { cutFleet, nodeInWhole } from './fleetPart.ts';

/** Where on the way from the start temperature, 0, to the end temperature, 1, the search of the rest begins and ends. */
const FROM = 0.1;
const UNTIL = 0.85;
/** With fewer steps a request putting them in by regret is as good. */
const LEAST_PER_REQUEST = 30;

/**
 * Serves whoever is in no tour with the vehicles that stand idle, the other tours left as they are, by a search of that
 * part of the fleet alone: where part of a plan is known to be good, the rest of it is small enough to be found nearly
 * as well as can be (fix and optimise; Taillard & Voss 2002). The tours stay as they are where there is nothing to search.
 * @param perRequest steps of the search, per request
 */
export function serveRest(whole: Annealing, perRequest: number): void {
  const { tours } = whole;
  const idle = tours.routes.flatMap(({ size, vehicle }) => (size === 0 ? [vehicle] : []));
  const waiting = [...tours.absent.subarray(0, tours.absentCount)];
  if (idle.length < 2 || waiting.length <= idle.length || perRequest < LEAST_PER_REQUEST) return;
  const search = whole.forPart(cutFleet(tours.compiled, idle, waiting));
  const steps = Math.round(perRequest * waiting.length);
  search.start();
  for (let step = 0; step < steps; step++) search.step(FROM + ((UNTIL - FROM) * step) / steps, steps);
  tours.clearAbsent();
  const isServed = new Uint8Array(waiting.length);
  search.best.orders().forEach((order, v) => {
    for (const node of order) isServed[node >> 1] = 1;
    const nodes = order.map((node) => nodeInWhole(waiting, node));
    tours.lay(idle[v]!, nodes, 0, nodes.length);
  });
  waiting.forEach((request, r) => {
    if (isServed[r] === 0) tours.leaveOut(request);
  });
  const found = search.goodTours();
  whole.learn(
    found.map(({ nodes, ...column }) => ({
      ...column,
      nodes: nodes.map((node) => nodeInWhole(waiting, node)),
    })),
  );
  if (tours.isBroken) tours.drop();
  else whole.keep();
}
