import type { Driven } from './checkTimes.ts';
import { isSame, type Judgement, note } from './judgement.ts';

/** Judges what the schedule claims about itself: driving, metres, slacks, and lists as long as its visits. */
export function checkFigures(judgement: Judgement, driven: Driven): void {
  const { schedule, meanings } = judgement;
  if (!isSame(judgement, schedule.drivingSeconds, driven.seconds)) {
    note(judgement, 'wrongFigures', { amount: schedule.drivingSeconds - driven.seconds });
  }
  if (!isSame(judgement, schedule.drivingMetres, driven.metres)) {
    note(judgement, 'wrongFigures', { amount: schedule.drivingMetres - driven.metres });
  }
  const { arrivals, starts, ends, departures, slacks, loads } = schedule;
  const lists = [arrivals, starts, ends, departures, slacks, loads];
  if (lists.some((list) => list.length !== meanings.length)) note(judgement, 'wrongFigures');
  meanings.forEach((_, position) => {
    if (!isSlackTrue(judgement, position)) note(judgement, 'wrongFigures', { position });
  });
}

/** Slack is never negative, and using it up must not already break the visit's own window. Fixed visits may be late. */
function isSlackTrue(judgement: Judgement, position: number): boolean {
  if (position < judgement.fixedCount) return true;
  const slack = judgement.schedule.slacks[position];
  if (slack === undefined || !(slack >= 0 || isSame(judgement, slack, 0))) return false;
  const used = (judgement.schedule.starts[position] ?? 0) + slack;
  const latest = latestStart(judgement, position);
  return used <= latest || isSame(judgement, used, latest);
}

function latestStart(judgement: Judgement, position: number): number {
  const meaning = judgement.meanings[position]!;
  if (meaning.kind === 'pickup') return meaning.data.pickupWindow.latest;
  if (meaning.kind === 'dropoff') return meaning.data.dropoffWindow.latest;
  if (meaning.kind === 'break') return judgement.vehicle.breaks[meaning.break]!.window.latest;
  return Number.POSITIVE_INFINITY;
}
