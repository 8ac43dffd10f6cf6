import type { Driven } from './checkTimes.ts';
import { atLeast, isJudged, type Judgement, note } from './judgement.ts';

/**
 * Judges the legal limit of driving without rest (in Japan 改善基準告示: after at most 4 h of driving, 30 min of rest,
 * which may be split into parts of at least 10 min). Rest is a wait from arrival to start, a break, and a stay from the
 * end of service to departure, each when long enough; dwell with the doors open is not. Once the parts add up to the
 * rest owed, the count of driving starts again.
 */
export function checkDriving(judgement: Judgement, driven: Driven): void {
  const limit = judgement.vehicle.drivingLimit;
  if (!limit) return;
  const { arrivals, starts, ends, departures } = judgement.schedule;
  let driving = 0;
  let rested = 0;
  driven.legs.forEach((leg, i) => {
    driving += leg;
    if (leg > 0 && !atLeast(judgement, limit.maxDrivingSeconds, driving) && isJudged(judgement, i)) {
      note(judgement, 'drivingTooLong', { position: i, amount: driving - limit.maxDrivingSeconds });
    }
    const meaning = judgement.meanings[i];
    if (!meaning) return;
    const pause = meaning.kind === 'break' ? ends[i]! - starts[i]! : 0;
    for (const part of [starts[i]! - arrivals[i]!, pause, departures[i]! - ends[i]!]) {
      if (!(part > 0) || !atLeast(judgement, part, limit.minPartSeconds)) continue;
      rested += part;
      if (!atLeast(judgement, rested, limit.restSeconds)) continue;
      driving = 0;
      rested = 0;
    }
  });
}
