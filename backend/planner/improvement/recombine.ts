import type { PartitionSolver } from './partition.ts';
import type { TourPool } from './tourPool.ts';
import type { Tours } from './tours.ts';

/**
 * Recombines the pool's tours into the cheapest plan the solver finds and keeps it when it is cheaper than `bound`.
 * @returns whether it was
 */
export function recombine(
  tours: Tours,
  pool: Pick<TourPool, 'list'>,
  solver: PartitionSolver,
  most: number,
  bound: number,
): boolean {
  const { compiled } = tours;
  const fleet = compiled.types.map(() => 0);
  for (const type of compiled.typeOf) fleet[type]!++;
  const columns = pool.list(most);
  const { requestCount, penalty } = compiled;
  const chosen = solver({ columns, requestCount, fleet, penalties: penalty, bound });
  if (!chosen) return false;
  const isTaken = new Uint8Array(compiled.vehicleCount);
  const isServed = new Uint8Array(requestCount);
  tours.clearAbsent();
  let isDrivable = true;
  for (let v = 0; v < compiled.vehicleCount; v++) tours.lay(v, [], 0, 0);
  for (const c of chosen) {
    const { type, nodes } = columns[c]!;
    let vehicle = 0;
    while (isTaken[vehicle] === 1 || compiled.typeOf[vehicle] !== type) vehicle++;
    isTaken[vehicle] = 1;
    isDrivable = tours.lay(vehicle, nodes, 0, nodes.length) && isDrivable;
    for (const node of nodes) isServed[node >> 1] = 1;
  }
  for (let r = 0; r < requestCount; r++) {
    if (isServed[r] === 0 && compiled.isLocked[r] === 0) tours.leaveOut(r);
  }
  if (isDrivable && tours.cost < bound - 1e-7) {
    tours.keep();
    return true;
  }
  tours.drop();
  return false;
}
