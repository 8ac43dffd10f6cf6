import type { Plan, PlanRequest, Tour } from '../../planner/index.ts';
import type { SearchTask } from './searchTask.ts';

/** One pickup or dropoff by names that outlive a version of the plan; breaks are placed anew wherever a tour is timed. */
export interface NamedVisit {
  readonly requestId: string;
  readonly end: 'pickup' | 'dropoff';
}

/** Tours that belong together: rides change over between them, so that they change all or none. */
export interface TourChange {
  /** The new order of each shift by id, from the start of the day. */
  readonly tours: ReadonlyMap<string, readonly NamedVisit[]>;
}

/** What a found plan changes of the one given, in groups as small as can be: one that is overtaken leaves the others. */
export function listChanges(task: SearchTask, found: Plan): TourChange[] {
  const { part, snapshot } = task;
  const { requests } = part.problem;
  const before = part.plan.schedules.map((schedule) => nameVisits(schedule, requests));
  const after = found.schedules.map((schedule) => nameVisits(schedule, requests));
  const changed = after.flatMap((visits, v) => (isSame(visits, before[v]!) ? [] : [v]));
  return groupByRides(changed, before, after).map((vehicles) => ({
    tours: new Map(vehicles.map((v) => [snapshot.shifts[part.vehicleOf[v]!]!.id, after[v]!])),
  }));
}

/** The visits of a tour by name, breaks left out. */
export function nameVisits({ visits }: Tour, requests: readonly PlanRequest[]): NamedVisit[] {
  return visits
    .filter((visit) => visit >= 0)
    .map((visit) => ({
      requestId: requests[visit >> 1]!.id,
      end: visit % 2 === 0 ? 'pickup' : 'dropoff',
    }));
}

function isSame(a: readonly NamedVisit[], b: readonly NamedVisit[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ requestId, end }, i) => requestId === b[i]!.requestId && end === b[i]!.end)
  );
}

/** Vehicles joined by the rides that leave one for the other. */
function groupByRides(
  vehicles: readonly number[],
  before: readonly (readonly NamedVisit[])[],
  after: readonly (readonly NamedVisit[])[],
): number[][] {
  const carrier = new Map(
    vehicles.flatMap((v) => before[v]!.map(({ requestId }) => [requestId, v] as const)),
  );
  const groups = new Map(vehicles.map((v) => [v, [v]]));
  for (const v of vehicles) {
    for (const { requestId } of after[v]!) {
      const mine = groups.get(v)!;
      const other = groups.get(carrier.get(requestId)!)!;
      if (mine === other) continue;
      mine.push(...other);
      for (const each of other) groups.set(each, mine);
    }
  }
  return [...new Set(groups.values())];
}
