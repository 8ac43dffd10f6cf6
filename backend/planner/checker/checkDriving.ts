import type { Driven } from './checkTimes.ts';
import { atLeast, isJudged, type Judgement, note } from './judgement.ts';

/**
 * Judges the legal limit of driving without rest (in Japan 改善基準告示: after at most 4 h of driving, 30 min of rest,
 * which may be split into parts of at least 10 min). Rest is a wait from arrival to start, a break, and a stay from the
 * end of service to departure, each when long enough; dwell with the doors open is not. Once the parts add up to the
 * rest owed, the count of driving starts again. Where it is known how the fixed part was driven, that counts for it.
 */
export function checkDriving(judgement: Judgement, driven: Driven): void {
  const limit = judgement.vehicle.drivingLimit;
  if (!limit) return;
  const { arrivals, starts, ends, departures } = judgement.schedule;
  const known = judgement.fixedCount > 0 ? judgement.vehicle.driven : undefined;
  const lastKnown = known ? judgement.fixedCount - 1 : -1;
  let driving = known?.drivingSeconds ?? 0;
  let rested = known?.restedSeconds ?? 0;
  driven.legs.forEach((leg, i) => {
    if (i < lastKnown) return;
    if (i > lastKnown) driving += leg;
    const isPast = i <= lastKnown || (known?.isUnderWay === true && i === lastKnown + 1);
    const isLong = leg > 0 && !isPast && !atLeast(judgement, limit.maxDrivingSeconds, driving);
    if (isLong && isJudged(judgement, i)) {
      note(judgement, 'drivingTooLong', { position: i, amount: driving - limit.maxDrivingSeconds });
    }
    for (const part of restsAt(i)) {
      if (!(part > 0) || !atLeast(judgement, part, limit.minPartSeconds)) continue;
      rested += part;
      if (!atLeast(judgement, rested, limit.restSeconds)) continue;
      driving = 0;
      rested = 0;
    }
  });

  function restsAt(i: number): number[] {
    const meaning = judgement.meanings[i];
    if (!meaning) return [];
    const stay = departures[i]! - ends[i]!;
    // What came before the end of service there is in what is known already; who has left rests there no more.
    if (i === lastKnown) return known?.isUnderWay ? [] : [stay];
    const pause = meaning.kind === 'break' ? ends[i]! - starts[i]! : 0;
    return [starts[i]! - arrivals[i]!, pause, stay];
  }
}
