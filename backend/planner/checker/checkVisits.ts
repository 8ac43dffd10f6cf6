import { excessLoad, fitsAboard } from './fitsAboard.ts';
import { atLeast, isJudged, type Judgement, note } from './judgement.ts';
import { locationOf } from './visits.ts';

/** Positions of one request's visits in a schedule; -1 when absent. */
interface Positions {
  pickup: number;
  dropoff: number;
}

/** Judges all that needs no clock: known visits, order, completeness, breaks present, skills, operators, pairs, loads. */
export function checkVisits(judgement: Judgement): void {
  const positions = checkOrder(judgement);
  checkFixedFront(judgement);
  checkBreaks(judgement, positions.size > 0);
  checkVehicleFits(judgement, positions);
  checkPairs(judgement, positions);
  checkLoads(judgement);
}

function checkOrder(judgement: Judgement): Map<number, Positions> {
  const positions = new Map<number, Positions>();
  const breaksSeen = new Set<number>();
  judgement.meanings.forEach((meaning, position) => {
    if (meaning.kind === 'unknown' || !standsOnTheMap(judgement, position)) {
      note(judgement, 'unknownVisit', { position });
    }
    if (meaning.kind === 'break') {
      if (breaksSeen.has(meaning.break)) note(judgement, 'duplicateVisit', { position });
      breaksSeen.add(meaning.break);
    }
    if (meaning.kind !== 'pickup' && meaning.kind !== 'dropoff') return;
    const entry = positions.get(meaning.request) ?? { pickup: -1, dropoff: -1 };
    positions.set(meaning.request, entry);
    if (entry[meaning.kind] >= 0) note(judgement, 'duplicateVisit', { position, request: meaning.request });
    else entry[meaning.kind] = position;
  });
  for (const [request, { pickup, dropoff }] of positions) {
    if (pickup < 0) note(judgement, 'missingVisit', { position: dropoff, request });
    else if (dropoff < 0) note(judgement, 'missingVisit', { position: pickup, request });
    else if (dropoff < pickup) note(judgement, 'wrongOrder', { position: dropoff, request });
  }
  return positions;
}

function standsOnTheMap(judgement: Judgement, position: number): boolean {
  const location = locationOf(judgement.meanings[position]!);
  if (location === undefined) return true;
  return Number.isInteger(location) && location >= 0 && location < judgement.problem.travel.size;
}

function checkFixedFront(judgement: Judgement): void {
  const { schedule, fixedCount } = judgement;
  const visits = schedule.visits;
  if (fixedCount > visits.length || schedule.fixedCount !== fixedCount) {
    note(judgement, 'fixedVisitMoved', { position: visits.length });
  }
  const before = judgement.options.previous?.schedules.find((old) => old.vehicle === judgement.vehicleNumber);
  for (let i = 0; i < (before?.fixedCount ?? 0); i++) {
    const sameStart = schedule.fixedStarts[i] === before?.fixedStarts[i];
    if (i >= fixedCount || visits[i] !== before?.visits[i] || !sameStart) {
      note(judgement, 'fixedVisitMoved', { position: i });
    }
  }
}

/**
 * A driver who carries anybody is owed every break of the shift, unless off duty in time for it: back before it could
 * last begin, or off after it could first have ended. Breaks are taken in the order of their windows.
 */
function checkBreaks(judgement: Judgement, isUsed: boolean): void {
  const { schedule, vehicle } = judgement;
  if (!isUsed) return;
  vehicle.breaks.forEach(({ window, seconds }, number) => {
    if (schedule.visits.includes(-1 - number)) return;
    const isBackBefore = atLeast(judgement, window.latest, schedule.finish);
    const isOffAfter = atLeast(judgement, schedule.departure, window.earliest + seconds);
    if (!isBackBefore && !isOffAfter) note(judgement, 'missingBreak', { amount: number });
  });
  let latestTaken = Number.NEGATIVE_INFINITY;
  judgement.meanings.forEach((meaning, position) => {
    if (meaning.kind !== 'break') return;
    const { earliest } = vehicle.breaks[meaning.break]!.window;
    if (earliest < latestTaken) note(judgement, 'wrongOrder', { position });
    latestTaken = Math.max(latestTaken, earliest);
  });
}

function checkVehicleFits(judgement: Judgement, positions: ReadonlyMap<number, Positions>): void {
  const { vehicle, problem } = judgement;
  for (const [request, { pickup, dropoff }] of positions) {
    const data = problem.requests[request]!;
    const position = pickup < 0 ? dropoff : pickup;
    if (!isJudged(judgement, position)) continue;
    if ((data.neededSkills & ~vehicle.skills) !== 0) note(judgement, 'missingSkill', { position, request });
    if ((data.allowedOperators & vehicle.operator) === 0) {
      note(judgement, 'operatorNotAllowed', { position, request });
    }
  }
}

function checkPairs(judgement: Judgement, positions: ReadonlyMap<number, Positions>): void {
  const { requests } = judgement.problem;
  const aboard = [...positions].filter(([, { pickup, dropoff }]) => pickup >= 0 && dropoff > pickup);
  for (const [request, mine] of aboard) {
    for (const [other, theirs] of aboard) {
      if (theirs.pickup >= mine.pickup || theirs.dropoff < mine.pickup) continue;
      if (!isApart(requests[request]!, requests[other]!) || !isJudged(judgement, mine.pickup)) continue;
      note(judgement, 'pairAboardTogether', { position: mine.pickup, request });
    }
  }
}

function isApart(
  one: { readonly id: string; readonly apartFrom?: readonly string[] },
  other: { readonly id: string; readonly apartFrom?: readonly string[] },
): boolean {
  return one.apartFrom?.includes(other.id) === true || other.apartFrom?.includes(one.id) === true;
}

function checkLoads(judgement: Judgement): void {
  const { problem, vehicle, schedule } = judgement;
  const aboard = problem.placeUse.map(() => 0);
  judgement.meanings.forEach((meaning, position) => {
    if (meaning.kind === 'pickup' || meaning.kind === 'dropoff') {
      const sign = meaning.kind === 'pickup' ? 1 : -1;
      meaning.data.load.forEach((units, kind) => {
        aboard[kind] = (aboard[kind] ?? 0) + sign * units;
      });
    }
    if (meaning.kind === 'pickup' && isJudged(judgement, position)) {
      if (!fitsAboard(aboard, vehicle.configurations, problem.placeUse)) {
        const amount = excessLoad(aboard, vehicle.configurations);
        note(judgement, 'overCapacity', { position, request: meaning.request, amount });
      }
    }
    const claimed = schedule.loads[position];
    if (aboard.some((units, kind) => (claimed?.[kind] ?? 0) !== units) || !claimed) {
      note(judgement, 'wrongFigures', { position });
    }
  });
}
