import type { Driven } from './checkTimes.ts';
import { atLeast, isJudged, type Judgement, note } from './judgement.ts';

/**
 * Judges the legal limit of driving without rest (in Japan 改善基準告示: after at most 4 h of driving, 30 min of rest,
 * which may be split into parts of at least 10 min). Standing still counts as rest: breaks with the wait before them,
 * and waiting for a visit to start; dwell with the doors open does not. Parts shorter than the least do not count.
 * Once the parts add up to the rest owed, the count of driving starts again.
 */
export function checkDriving(judgement: Judgement, driven: Driven): void {
  const limit = judgement.vehicle.drivingLimit;
  if (!limit) return;
  let driving = 0;
  let rested = 0;
  let part = 0;
  const closePart = () => {
    if (part >= limit.minPartSeconds) rested += part;
    if (rested >= limit.restSeconds) {
      driving = 0;
      rested = 0;
    }
    part = 0;
  };
  driven.legs.forEach((leg, i) => {
    if (leg > 0) closePart();
    driving += leg;
    if (!atLeast(judgement, limit.maxDrivingSeconds, driving) && isJudged(judgement, i)) {
      note(judgement, 'drivingTooLong', { position: i, amount: driving - limit.maxDrivingSeconds });
    }
    const meaning = judgement.meanings[i];
    if (!meaning) return;
    const { arrivals, starts, ends } = judgement.schedule;
    const stillFrom = arrivals[i] ?? 0;
    if (meaning.kind === 'break') part += (ends[i] ?? 0) - stillFrom;
    else {
      part += (starts[i] ?? 0) - stillFrom;
      closePart();
    }
  });
}
