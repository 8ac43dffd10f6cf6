import { atLeast, isJudged, isSame, type Judgement, note } from './judgement.ts';
import { travelAt } from './travelAt.ts';
import { locationOf } from './visits.ts';

/** What the clock of a schedule adds up to, recomputed. */
export interface Driven {
  readonly seconds: number;
  readonly metres: number;
  /** `[i]` = driving seconds of the leg that ends at visit i; `[n]` = of the leg to the end location. */
  readonly legs: readonly number[];
}

/**
 * Judges windows, travel, dwell, ride times, breaks' hours, shift and duty.
 *
 * The rules of the clock: a leg departs when the service before it ends (the first one at `departure`), and is as long
 * as the layer in force says; waiting happens on arrival. A break is taken where the vehicle stands after the visit
 * before it. A visit straight after another at the same location joins its stop and takes the joining dwell.
 */
export function checkTimes(judgement: Judgement): Driven {
  const driven = checkLegs(judgement);
  checkFixedStarts(judgement);
  checkWindows(judgement);
  checkRides(judgement);
  checkShift(judgement);
  return driven;
}

function checkLegs(judgement: Judgement): Driven {
  const { schedule, meanings, vehicle } = judgement;
  const legs: number[] = [];
  let metres = 0;
  let place = vehicle.startLocation;
  let free = schedule.departure;
  let joinable = false;
  meanings.forEach((meaning, i) => {
    const target = locationOf(meaning);
    const leg = legTo(judgement, place, target, free, i);
    legs.push(leg.seconds);
    metres += leg.metres;
    const isKnown = meaning.kind !== 'unknown';
    if (isKnown && isJudged(judgement, i)) {
      const joins = joinable && target !== undefined && target === place;
      checkStep(judgement, i, free + leg.seconds, joins);
    }
    joinable = target !== undefined;
    place = target ?? place;
    free = schedule.ends[i] ?? Number.NaN;
  });
  const home = legTo(judgement, place, vehicle.endLocation, free, meanings.length);
  const last = meanings.length > 0 ? free : schedule.departure;
  const finish = meanings.length > 0 ? last + home.seconds : last;
  if (!isSame(judgement, schedule.finish, finish)) {
    note(judgement, 'timesImpossible', { position: meanings.length, amount: finish - schedule.finish });
  }
  legs.push(home.seconds);
  return { seconds: legs.reduce((all, leg) => all + leg, 0), metres: metres + home.metres, legs };
}

function legTo(
  judgement: Judgement,
  from: number | undefined,
  to: number | undefined,
  second: number,
  position: number,
): { readonly seconds: number; readonly metres: number } {
  const standsStill = from === undefined || to === undefined || judgement.meanings.length === 0;
  if (standsStill) return { seconds: 0, metres: 0 };
  const leg = travelAt(judgement.problem.travel, from, to, second);
  if (leg) return leg;
  if (isJudged(judgement, position)) note(judgement, 'noRoad', { position });
  return { seconds: 0, metres: 0 };
}

/** One visit: arrived no sooner than the road allows, served after arrival, for as long as its dwell. */
function checkStep(judgement: Judgement, i: number, soonest: number, joins: boolean): void {
  const { arrivals, starts, ends } = judgement.schedule;
  const arrival = arrivals[i];
  const start = starts[i];
  const end = ends[i];
  if (!atLeast(judgement, arrival, soonest)) {
    note(judgement, 'timesImpossible', { position: i, amount: soonest - (arrival ?? 0) });
  } else if (!atLeast(judgement, start, arrival ?? 0)) {
    note(judgement, 'timesImpossible', { position: i, amount: (arrival ?? 0) - (start ?? 0) });
  } else if (!isSame(judgement, end, (start ?? 0) + dwellAt(judgement, i, joins))) {
    const amount = (start ?? 0) + dwellAt(judgement, i, joins) - (end ?? 0);
    note(judgement, 'timesImpossible', { position: i, amount });
  }
}

function dwellAt(judgement: Judgement, i: number, joins: boolean): number {
  const meaning = judgement.meanings[i]!;
  if (meaning.kind === 'break') return judgement.vehicle.breaks[meaning.break]!.seconds;
  if (meaning.kind === 'pickup')
    return joins ? meaning.data.pickupJoinSeconds : meaning.data.pickupDwellSeconds;
  if (meaning.kind === 'dropoff')
    return joins ? meaning.data.dropoffJoinSeconds : meaning.data.dropoffDwellSeconds;
  return 0;
}

/** Performed starts stay as they were performed. */
function checkFixedStarts(judgement: Judgement): void {
  const { schedule, fixedCount } = judgement;
  for (let i = 0; i < Math.min(fixedCount, schedule.visits.length); i++) {
    const performed = schedule.fixedStarts[i];
    if (performed === undefined || !isSame(judgement, schedule.starts[i], performed)) {
      note(judgement, 'fixedVisitMoved', { position: i });
    }
  }
}

function checkWindows(judgement: Judgement): void {
  judgement.meanings.forEach((meaning, i) => {
    if (meaning.kind === 'unknown' || !isJudged(judgement, i)) return;
    const start = judgement.schedule.starts[i];
    if (meaning.kind === 'break') {
      const { window } = judgement.vehicle.breaks[meaning.break]!;
      if (!atLeast(judgement, start, window.earliest) || !atLeast(judgement, window.latest, start!)) {
        note(judgement, 'breakOutsideWindow', { position: i });
      }
      return;
    }
    const window = meaning.kind === 'pickup' ? meaning.data.pickupWindow : meaning.data.dropoffWindow;
    const where = { position: i, request: meaning.request };
    if (!atLeast(judgement, start, window.earliest)) {
      note(judgement, 'early', { ...where, amount: window.earliest - (start ?? 0) });
    }
    if (!atLeast(judgement, window.latest, start ?? Number.POSITIVE_INFINITY)) {
      note(judgement, 'late', { ...where, amount: (start ?? 0) - window.latest });
    }
  });
}

function checkRides(judgement: Judgement): void {
  const { schedule, meanings } = judgement;
  const boardedAt = new Map<number, number>();
  meanings.forEach((meaning, i) => {
    if (meaning.kind === 'pickup') boardedAt.set(meaning.request, schedule.ends[i] ?? Number.NaN);
    if (meaning.kind !== 'dropoff' || !isJudged(judgement, i)) return;
    const boarded = boardedAt.get(meaning.request);
    if (boarded === undefined) return;
    const ride = (schedule.starts[i] ?? Number.NaN) - boarded;
    if (!atLeast(judgement, meaning.data.maxRideSeconds, ride)) {
      const amount = ride - meaning.data.maxRideSeconds;
      note(judgement, 'rideTooLong', { position: i, request: meaning.request, amount });
    }
  });
}

function checkShift(judgement: Judgement): void {
  const { schedule, vehicle } = judgement;
  if (schedule.visits.length === 0) return;
  const { earliest, latest } = vehicle.window;
  if (!atLeast(judgement, schedule.departure, earliest)) {
    note(judgement, 'outsideShift', { amount: earliest - schedule.departure });
  }
  if (!atLeast(judgement, latest, schedule.finish)) {
    note(judgement, 'outsideShift', { amount: schedule.finish - latest });
  }
  const duty = schedule.finish - schedule.departure;
  const most = vehicle.maxDurationSeconds ?? Number.POSITIVE_INFINITY;
  if (!atLeast(judgement, most, duty)) note(judgement, 'dutyTooLong', { amount: duty - most });
}
