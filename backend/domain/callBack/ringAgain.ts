import {
  addDays,
  type EpochMs,
  momentOf,
  type ServiceDay,
  serviceDayOf,
  type TimeWindow,
} from '../units/time.ts';
import type { CallBack } from './callBack.ts';

/** Whoever wants to be rung later is left alone this long. */
const PAUSE_MS = 60 * 60_000;
const MINUTE_MS = 60_000;
/** お盆 and 年末年始 are over by then. */
const DAYS_AHEAD = 21;

/**
 * When a rider is rung again who has no time now: after an hour at the soonest, at an hour that suits them and at which
 * somebody is at the desk; sooner only where the call would come too late then.
 * @param deskHours when somebody is at the desk on a day; undefined: nobody all day
 * @returns a whole minute
 */
export function ringAgainAt(
  { bestHours, usefulUntil }: Pick<CallBack, 'bestHours' | 'usefulUntil'>,
  now: EpochMs,
  deskHours: (day: ServiceDay) => TimeWindow | undefined,
): EpochMs {
  const soonest = Math.ceil((now + PAUSE_MS) / MINUTE_MS) * MINUTE_MS;
  const next = nextIn(soonest, (day) => suitable(bestHours, deskHours(day))) ?? soonest;
  if (usefulUntil === null || usefulUntil <= now || next < usefulUntil) return next;
  if (soonest < usefulUntil) return soonest;
  return Math.max(now + MINUTE_MS, Math.floor((now + usefulUntil) / 2 / MINUTE_MS) * MINUTE_MS);
}

/** The first moment from `soonest` on that lies in the hours of its day. */
function nextIn(soonest: EpochMs, hoursOn: (day: ServiceDay) => TimeWindow | undefined): EpochMs | undefined {
  const today = serviceDayOf(soonest);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const hours = hoursOn(day);
    if (!hours) continue;
    const moment = Math.max(soonest, momentOf(day, hours.earliest));
    if (moment < momentOf(day, hours.latest)) return moment;
  }
  return undefined;
}

/** The rider's hours while somebody is at the desk; where they never meet, the rider's count: the office noted them. */
function suitable(best: TimeWindow | null, desk: TimeWindow | undefined): TimeWindow | undefined {
  if (!desk || best === null) return desk;
  const both = {
    earliest: Math.max(best.earliest, desk.earliest),
    latest: Math.min(best.latest, desk.latest),
  };
  return both.earliest < both.latest ? both : best;
}
