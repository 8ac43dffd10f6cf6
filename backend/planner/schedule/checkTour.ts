import type { Tour } from '../model/plan.ts';
import type { Violation } from '../model/violation.ts';
import { fitsCapacity, missingPlaces } from './capacityRules.ts';
import type { PreparedProblem } from './preparedProblem.ts';

/** What is wrong with the order of the visits itself; timing and loads cannot be judged before this is empty. */
export function listOrderViolations(prepared: PreparedProblem, tour: Tour): Violation[] {
  const { vehicle, visits } = tour;
  const found: Violation[] = [];
  const breaks = prepared.vehicles[vehicle]!.breaks.length;
  const positionOf = new Map<number, number>();
  visits.forEach((visit, position) => {
    const isKnown = Number.isInteger(visit) && visit < prepared.requests.length * 2 && visit >= -breaks;
    if (!isKnown) found.push({ code: 'unknownVisit', vehicle, position });
    else if (positionOf.has(visit))
      found.push({ code: 'duplicateVisit', vehicle, position, ...requestOf(visit) });
    else positionOf.set(visit, position);
  });
  for (const [visit, position] of positionOf) {
    if (visit < 0) continue;
    const other = positionOf.get(visit ^ 1);
    if (other === undefined) found.push({ code: 'missingVisit', vehicle, position, request: visit >> 1 });
    else if (visit & 1 && other > position)
      found.push({ code: 'wrongOrder', vehicle, position, request: visit >> 1 });
  }
  if (tour.fixedCount > visits.length || tour.fixedStarts.length < tour.fixedCount) {
    found.push({ code: 'fixedVisitMoved', vehicle });
  }
  return found;
}

/** Skills, providers, places and forbidden pairs: everything about who rides with whom in what, no clock. */
export function listRidingViolations(prepared: PreparedProblem, tour: Tour): Violation[] {
  const { vehicle: v, visits } = tour;
  const vehicle = prepared.vehicles[v]!;
  const found: Violation[] = [];
  const load = new Int32Array(prepared.kinds);
  const aboard = new Set<number>();
  visits.forEach((visit, position) => {
    if (visit < 0) return;
    const r = visit >> 1;
    const request = prepared.requests[r]!;
    for (let k = 0; k < prepared.kinds; k++) load[k]! += visit & 1 ? -request.load[k]! : request.load[k]!;
    if (visit & 1) {
      aboard.delete(r);
      return;
    }
    if ((request.neededSkills & ~vehicle.skills) !== 0) {
      found.push({ code: 'missingSkill', vehicle: v, position, request: r });
    }
    if ((request.allowedOperators & vehicle.operator) === 0) {
      found.push({ code: 'operatorNotAllowed', vehicle: v, position, request: r });
    }
    if (prepared.apart[r]!.some((other) => aboard.has(other))) {
      found.push({ code: 'pairAboardTogether', vehicle: v, position, request: r });
    }
    aboard.add(r);
    const rules = prepared.capacity[v]!;
    if (!fitsCapacity(rules, load, 0)) {
      found.push({
        code: 'overCapacity',
        vehicle: v,
        position,
        request: r,
        amount: missingPlaces(rules, load, 0),
      });
    }
  });
  return found;
}

function requestOf(visit: number): { request?: number } {
  return visit < 0 ? {} : { request: visit >> 1 };
}
