import { type DriverAct, isPassed } from '../../screen-kit/store/nextAct.ts';
import { findOwedRest } from './owedRest.ts';

/** To be there this much before the next service begins. */
const SPARE_SECONDS = 300;
/** A shorter wait is not worth a word. */
const LEAST_WAIT_SECONDS = 600;

/**
 * When it is early enough to leave for the next stop, in whole minutes of the day, where that is a good while off. A
 * vehicle that is on its way is not sent elsewhere, one that waits is: whoever leaves at once is lost for hours. Who has
 * left a stop, and was told that another one is first, waits as well.
 */
export function findWait(act: DriverAct, nowSecond: number): number | null {
  const leave = latestLeave(act, nowSecond);
  if (leave === null) return null;
  const leaveAt = Math.floor((leave - SPARE_SECONDS) / 60) * 60;
  return leaveAt - nowSecond >= LEAST_WAIT_SECONDS ? leaveAt : null;
}

function latestLeave(act: DriverAct, nowSecond: number): number | null {
  if (act.type === 'arrive') return act.from && isPassed(act.from) ? act.from.departure : null;
  if (act.type !== 'depart' || act.next?.kind !== 'stop' || findOwedRest(act.stop, nowSecond)) return null;
  return act.next.start - Math.max(0, act.next.arrival - act.stop.departure);
}
