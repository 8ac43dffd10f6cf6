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
 * The rules of the clock: a leg departs at or after the end of the service before it (the first one at `departure`), and
 * is as long as the layer in force at that second says. A break is taken where the vehicle stands after the visit
 * before it. A visit straight after another at the same location joins its stop and takes the joining dwell; a break
 * between them closes it.
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
  let left = schedule.departure;
  let joinable = false;
  meanings.forEach((meaning, i) => {
    const target = locationOf(meaning);
    const leg = legTo(judgement, place, target, left, i);
    legs.push(leg.seconds);
    metres += leg.metres;
    if (meaning.kind !== 'unknown' && isJudged(judgement, i)) {
      checkStep(judgement, i, left + leg.seconds, joinable && target !== undefined && target === place);
    }
    joinable = target !== undefined;
    place = target ?? place;
    left = schedule.departures[i] ?? Number.NaN;
  });
  const home = legTo(judgement, place, vehicle.endLocation, left, meanings.length);
  if (!isSame(judgement, schedule.finish, left + home.seconds)) {
    note(judgement, 'timesImpossible', {
      position: meanings.length,
      amount: left + home.seconds - schedule.finish,
    });
  }
  legs.push(home.seconds);
  checkLeaving(judgement);
  return { seconds: legs.reduce((all, leg) => all + leg, 0), metres: metres + home.metres, legs };
}

/** Nobody leaves before the doors are closed, nor before the second from which the day is still open to planning. */
function checkLeaving(judgement: Judgement): void {
  const { schedule, fixedCount, meanings } = judgement;
  const from = schedule.earliestDeparture ?? Number.NEGATIVE_INFINITY;
  if (meanings.length > 0 && fixedCount === 0 && !atLeast(judgement, schedule.departure, from)) {
    note(judgement, 'timesImpossible', { position: 0, amount: from - schedule.departure });
  }
  meanings.forEach((_, i) => {
    if (i < fixedCount - 1 && !isJudged(judgement, i)) return;
    const isHeld = i === fixedCount - 1 && i < meanings.length - 1;
    const soonest = isHeld ? Math.max(schedule.ends[i]!, from) : schedule.ends[i]!;
    if (!atLeast(judgement, schedule.departures[i], soonest)) {
      note(judgement, 'timesImpossible', { position: i, amount: soonest - (schedule.departures[i] ?? 0) });
    }
  });
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

/** One visit: arrived when the road says, served after arrival, for as long as its dwell. */
function checkStep(judgement: Judgement, i: number, reached: number, joins: boolean): void {
  const { arrivals, starts, ends } = judgement.schedule;
  const arrival = arrivals[i];
  const start = starts[i];
  const end = ends[i];
  if (!isSame(judgement, arrival, reached)) {
    note(judgement, 'timesImpossible', { position: i, amount: reached - (arrival ?? 0) });
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
  checkRested(judgement);
  const duty = schedule.finish - schedule.departure;
  const most = vehicle.maxDurationSeconds ?? Number.POSITIVE_INFINITY;
  if (!atLeast(judgement, most, duty)) note(judgement, 'dutyTooLong', { amount: duty - most });
}

/** Who has left already is not called back to bed. */
function checkRested(judgement: Judgement): void {
  const { schedule, vehicle } = judgement;
  const from = vehicle.restedFrom;
  if (from === undefined || !isJudged(judgement, 0) || atLeast(judgement, schedule.departure, from)) return;
  note(judgement, 'restTooShort', { amount: from - schedule.departure });
}
