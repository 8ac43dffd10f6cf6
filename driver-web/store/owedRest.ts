import type { StopRest, StopView } from '../../backend/contract/index.ts';

/** The rest that the law asks of the driver at a stop and that is not over yet. A break says so by itself. */
export function findOwedRest(stop: StopView, nowSecond: number): StopRest | undefined {
  if (stop.kind === 'break' || stop.state === 'departed') return undefined;
  return stop.rests?.find(({ isOwed, until }) => isOwed && until > nowSecond);
}
